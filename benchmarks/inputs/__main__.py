"""Write the ready workbooks: `python -m benchmarks.inputs`."""

from benchmarks.inputs import FOLDER, ready_workbooks

if __name__ == "__main__":
    for name, content in ready_workbooks().items():
        (FOLDER / name).write_bytes(content)
        print(FOLDER / name)
