"""The test driver: what `./test` runs. Standard library of Python 3.11 only."""
