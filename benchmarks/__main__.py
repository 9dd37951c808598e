"""The benchmark as one command: `python -m benchmarks --quick -o DIR`."""

from benchmarks.run import main

if __name__ == "__main__":
    main()
