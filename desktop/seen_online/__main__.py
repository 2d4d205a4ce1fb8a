"""`python -m seen_online`."""

from seen_online.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
