"""The field's own words as frozen, typed values: the week that is asked for and the schedule that answers.

Nothing here imports a solver or a spreadsheet library. Times are whole minutes from midnight, days are
0 (Monday) to 6 (Sunday), lengths are minutes, names are spelled as the sheet that defines them spells them.
"""
