"""Measures of newskg against data that people have marked."""
