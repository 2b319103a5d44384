# The library of acts, acquaintance, petitions.

event-local_act_changed = Act changed
event-act_concern_named = Acquaintance with an act asked for
event-act_concern_ended = Acquaintance with an act no longer asked for
event-act_read = Person acquainted with an act
event-petition_made = Petition made
event-petition_answered = Petition answered
event-petition_withdrawn = Petition withdrawn
