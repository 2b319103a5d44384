# The network: what is done in the organisations below, counted and without names.

section-network = Schools
network-title = How the schools carry out their roadmaps
network-under = { $count ->
    [0] The organisations below your centre will stand here
    [one] { $count } organisation. Only figures are shown: names and documents stay with the school
   *[other] { $count } organisations. Only figures are shown: names and documents stay with the school
}
network-find = Find: name of the organisation
network-nothing = Nothing was found
network-nothing-how = Check the name, or show all organisations.
network-clear = Show all
network-column-name = Organisation
network-column-positions = Positions
network-column-done = Done
network-column-on-time = In time
network-column-overdue = Overdue
network-column-last = Latest task done
network-sort = Sort by: { $column }
network-no-roadmap = No roadmap is in force yet
network-never = nothing yet
network-month = Due in
network-tasks = Tasks
network-months = By due month
network-undated = no due day
network-views = Ways to look
network-by-school = By school
network-by-stage = By stage
network-by-month = By month
network-xlsx = Download for Excel
network-csv = csv
network-selections = Which schools to show
network-all = All, { $count }
network-late = Behind, { $count }
network-none = Without a roadmap, { $count }
network-of-stage = Stage: { $stage }
network-of-month = Due: { $month }
network-no-stage = Outside stages
network-whole = Show the whole roadmap
network-nothing-here = Nothing of this here
network-stage = Stage
network-late-schools = Schools behind
network-of-schools = of { $count }
network-no-roadmaps = Nothing to count yet
network-no-roadmaps-how = Stages and months appear once a school has approved its roadmap.
network-column-kind = Kind
network-column-above = Municipality
network-column-share = Done, %
