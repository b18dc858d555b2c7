"""From a checkout to a folder that runs without Python: PyInstaller, and what it is to keep."""
