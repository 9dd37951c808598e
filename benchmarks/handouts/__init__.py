"""How long all hand-outs of a generated site take."""
