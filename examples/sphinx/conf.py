# Sphinx reads Markdown through MyST.
project = "The engine"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
