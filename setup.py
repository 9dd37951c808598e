"""Only what pyproject.toml cannot say: the ready workbooks of `inputs/` are installed as `scheduler/examples`."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["scheduler", "scheduler.*"]), "scheduler.examples"],
    package_dir={"scheduler.examples": "inputs"},
)
