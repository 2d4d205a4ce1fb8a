"""Computing in a process of its own: what takes long neither takes turns with the window, nor can end it.

`thinker.py` is the program's side, `worker.py` the process; `messages.py` is what they say to each other.
"""
