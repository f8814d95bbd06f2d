"""`python -m plancompare`."""

from plancompare.cli import main

if __name__ == "__main__":
    main()
