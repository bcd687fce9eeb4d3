"""The commands of the command line, one file for each thing that is done with a graph."""
