"""The example council: seven directorates whose every figure is made up, from a seed.

`python -m data.example FOLDER --seed 1 --scale 1` writes it. What happens is told in
`story/`, one CSV a subject; the seed decides the figures and which words are used.
"""
