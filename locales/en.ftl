# Every text a person can read in Ringfor, in English.
# Read by the window (@fluent/bundle) and by Rust (fluent-bundle).
# `npm run check:texts` in ui/ fails on a key that is missing or that nothing uses.

## The product

app-name = Ringfor
app-tagline = Places Genesys Cloud calls on behalf of an agent.
app-opening = Opening Ringfor…

## Words that several places share

action-cancel = Cancel
action-close = Close
action-copied = Copied
action-copy-failed = Could not copy
action-dismiss = Dismiss
action-try-again = Try again
action-back = Back
action-open-settings = Open Settings
word-none = none
# Two whole sentences, one after the other.
two-sentences = { $first } { $second }
# A title without a full stop, and a whole sentence.
title-and-sentence = { $title }. { $sentence }
keys-ctrl = Ctrl+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-super = Super
key-enter = Enter

## Header

header-settings = Settings
header-no-connection = Not connected
header-connection = { $name } · { $region }
header-sandbox = Sandbox
header-sandbox-note = no real calls are made
notices-label = Notices
feed-socket = Live
feed-socket-note = Genesys Cloud tells of every change of a call as it happens.
feed-poll = Reading
feed-poll-note = Calls are read again and again, so a change can show a little later.
feed-why = { $feed } · { $problem }
feed-why-long = { $problem }. { $cause } { $fix }
state-signed-out = Signed out
state-signed-out-note = The client secret of this connection is not kept any more, so no agents can be found and no calls placed. The history can still be read.
state-offline = This computer seems to be offline
state-offline-note = Calls need the network. The history and the agents seen before can be read meanwhile.
palette-title = Do something by its name
palette-placeholder = A number, a name, or what to do
palette-foot = Enter does it. A number is filled in; you press Call.
palette-open = Do something by its name ({ $keys })
palette-group-numbers = Number
palette-group-agents = Agents
palette-group-contacts = Contacts
palette-group-actions = Actions
palette-call = Call a number
palette-agent = Switch agent
palette-call-as = Call as { $agent }
palette-dial = Dial { $number }
palette-redial = Redial the last number
palette-redial-note = { $number } · { $agent }
palette-search = Search the history
palette-search-for = Search the history for “{ $text }”
palette-contacts = Show the contacts
palette-settings = Settings: { $tab }
palette-appearance = Appearance: { $choice }
palette-language = Language: { $language }
palette-larger = Show everything larger
palette-smaller = Show everything smaller
keys-title = Keyboard
keys-everywhere = Everywhere
keys-palette = Do something by its name
keys-help = Show these keys
keys-escape = Close what is open
keys-zoom = Larger, smaller, usual size
keys-call = Call
keys-clear = Empty the field
keys-candidates = To the numbers of a text
keys-walk-agents = Through the agents
keys-take = Take the agent
keys-favourite = Mark as a favorite
keys-walk = Through the rows
keys-open = Open or close a row
keys-redial = Fill in for another call
keys-copy = Copy the number
keys-note = Write a note

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringfor is already open.
startup-no-window = Ringfor could not open its window. Start it from a desktop session.

## The command line

cli-secret-prompt = Client secret:
cli-call-goes-on = The call goes on. End it with: ringfor hangup { $attempt }
cli-sandbox-use = Use it with --profile “{ $profile }”, or take it into use with: ringfor profile use “{ $profile }”. Ctrl-C stops it.
cli-sign-in-page = Sign in on this page, on this computer:
cli-import-done = The secret is in the keyring now. { $path } can be deleted.
cli-sign-in-waits = Waiting until the sign-in is renewed …
cli-not-written = This could not be written to the history. Please keep it:
cli-do-instead = On the command line: { $command }

## What the browser shows at the end of a sign-in (written by Rust)

sign-in-page-done = Back to Ringfor
    .body = The browser has done its part. You can close this page and return to Ringfor.
sign-in-page-refused = Not signed in
    .body = The sign-in was turned down. You can close this page and return to Ringfor.
sign-in-page-other = Nothing to do here
    .body = This page is for a sign-in that waits in Ringfor. You can close it and return to Ringfor.

## The tray and the notifications of the desktop (written by Rust)

tray-show = Show Ringfor
tray-agent = Call as { $agent }
tray-quit = Quit Ringfor
notification-answered = { $agent } has picked up
    .body = Genesys Cloud now dials { $number }.
notification-connected = { $agent } is connected
    .body = The call to { $number } is on.
notification-ended = The call did not work out
    .body = { $agent }, { $number }: { $reason }

## First run

onboarding-title = Call on behalf of an agent
onboarding-intro = Pick an agent, type a number and press Call. Genesys Cloud rings the agent’s phone first and then the customer.
onboarding-connect = Connect to Genesys Cloud
onboarding-connect-note = With an OAuth client of your organization, for any agent or as yourself.
onboarding-sandbox = Try it in the sandbox
onboarding-sandbox-note = A simulated Genesys Cloud on this computer, with a made-up team. No real calls are made.
onboarding-starting-sandbox = Starting the sandbox…
onboarding-drop = You have the .env file of a tutorial? Drop it on this window.
onboarding-network = Network settings
drop-title = Drop it here
drop-note = A .env file of a tutorial becomes a connection, and its secret goes to the keyring. A file with certificates goes to the network settings. Nothing is called.
drop-taking = Taking over the file…
imported-title = The file has become the connection { $name }
imported-secret = The secret is in the keyring of this computer now.
imported-secret-this-run = The secret is kept in memory until Ringfor is closed.
imported-agent = { $agent } is chosen as the agent.
imported-agent-missing = { $email } was not chosen as the agent: { $problem }.
imported-number = { $number } is filled in. You press Call.
imported-delete = Ringfor no longer needs the file. Delete it, because the secret still stands in it:
onboarding-form-title = Connect to Genesys Cloud
onboarding-form-intro = An administrator makes the OAuth client in Genesys Cloud under Admin, Integrations, OAuth. Who places the calls needs the permissions to view users and to place calls.

## Full-screen problem

failed-title = Ringfor could not open
failed-retrying = Trying…

## Dial card: the agent

agent-label = Calling as
agent-placeholder = Name or e-mail of an agent
agent-placeholder-email = Whole e-mail of an agent
agent-list = Agents
agent-recent = Recent
agent-favourites = Favorites
agent-seen = Seen before
agent-found = Found
agent-searching = Searching…
agent-only-known = { $problem }. These agents are kept on this computer.
agent-keys = { $keys } marks the agent as a favorite.
agent-mark = Mark as a favorite
agent-unmark = No longer a favorite
agent-is-favourite = Favorite
agent-as-of = as of { $time }
agent-hint-type = Type the first letters of a name or e-mail.
agent-hint-email = This connection finds an agent by the whole e-mail. Type all of it, then press Enter.
agent-none-found = No agent matches “{ $query }”.
agent-count = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
}
agent-not-chosen = No agent chosen yet
agent-refresh = Read status again
agent-station = Phone: { $station }
agent-no-station = No phone selected
agent-on-call = On a call
agent-inactive = Not active
agent-readiness-unknown = Status not available
agent-presence-routing = { $presence }, { $routing }
advice-inactive = Not active in Genesys Cloud, so no call can be placed.
    .fix = Choose another agent, or ask an administrator to activate this one.
advice-no-station = No phone is selected, so nothing can ring.
    .fix = Ask { $agent } to select one in Genesys Cloud.
advice-on-call = On a call now.
    .fix = Wait until it is over, or choose another agent.
advice-auto-answer = The phone answers by itself, and nobody seems to be there. The customer would be called with nobody on the line.
    .fix = Make sure that { $agent } is at the phone.
advice-away = Away, and may not pick up.
    .fix = Ask { $agent } first, or choose another agent.
advice-offline = Signed out of Genesys Cloud, and may not pick up.
    .fix = Ask { $agent } to sign in, or choose another agent.
advice-webrtc-phone = The phone is a web page, which rings only while it is open.
    .fix = Make sure that { $agent } has Genesys Cloud open.
presence-available = Available
presence-away = Away
presence-break = On a break
presence-busy = Busy
presence-idle = Idle
presence-meal = At a meal
presence-meeting = In a meeting
presence-offline = Offline
presence-on-queue = On queue
presence-training = In training
routing-communicating = on a call
routing-idle = waiting for work
routing-interacting = busy with an interaction
routing-not-responding = not responding
routing-off-queue = off queue

## Dial card: the number

dial-title = Place a call
number-label = Number
number-placeholder = Type or paste a number
number-country = Country for numbers without +
number-hint = In any form, like (415) 555-2671.
number-will-dial = Will dial
number-extension = Extension { $extension } is shown here, but not dialed.
number-own-extension = An extension of your organization
options-label = Calls from
options-from-agent = the agent
options-from-queue = queue { $queue }
options-shows = shows { $caller }
options-shows-both = shows { $name }, { $number }
options-shows-usual = usual caller id
options-once = this call only
options-reading = reading…
options-queue = Queue to call from
options-queue-none = No queue
options-queues-reading = Reading the queues of { $agent }…
options-queues-none = { $agent } is in no queue.
options-wrap-up-note = After a call from a queue, the agent may have to do a wrap-up in Genesys Cloud.
options-caller-id = Number shown
options-caller-name = Name shown
options-caller-note = What the customer sees, where Genesys Cloud allows it. Left empty, Genesys Cloud chooses.
options-caller-number = Will show { $number }
options-caller-as-typed = Not a number that Ringfor knows. It is sent as typed, and Genesys Cloud may refuse it.
options-keep = Keep for { $agent }
options-once-note = It counts for the next call only.
options-usual = As the connection
number-local-time = { $time } there
number-local-times = { $from } – { $to } there
number-night = · night
number-night-partly = · night in parts
number-via-link = Filled in from a link.
number-via-shortcut = Filled in by the shortcut.
number-candidates = Numbers in this text
offer-earlier = Earlier: { $text }
offer-earlier-list = What was in the field before
offer-forget = Forget these
dial-call = Call
dial-calling = Calling…
dial-confirm-title = Call this number anyway?
dial-confirm-yes = Call anyway
dial-confirm-no = Do not call
dial-needs-agent = Choose an agent first.
dial-needs-number = Type a number first.

## Live call

live-title = Live call
live-latest-title = Last call
live-others = Other live calls
live-for = for { $agent }
live-elapsed = Time since Call was pressed: { $time }
live-pending = Asking Genesys Cloud to place the call…
live-waiting = { $seconds ->
    [one] Genesys Cloud asks to wait. Trying again in { $seconds } second.
   *[other] Genesys Cloud asks to wait. Trying again in { $seconds } seconds.
}
live-talking = Talking for { $time }
live-cancelling = Canceling…
hang-up = Hang up
hang-up-busy = Hanging up…
hang-up-all-title = End the call for everybody on it?
hang-up-all-yes = End for everybody
hang-up-all-no = Leave it
step-requested = Requested
step-ringing-agent = Agent rings
step-dialing = Dialing
step-connected = Connected
step-list = Steps of the call
step-done = { $step }, done
step-now = { $step }, now
step-later = { $step }, not yet
state-requested = Genesys Cloud has accepted the call.
state-ringing-agent = The agent’s phone is ringing.
state-dialing = The agent has answered. The customer is being dialed.
state-connected = The agent and the customer are talking.
state-ended = The call is over.
wrap-up = The call was from a queue: { $agent } may have to do a wrap-up in Genesys Cloud.
wrap-up-queue = The call was from the queue { $queue }: { $agent } may have to do a wrap-up in Genesys Cloud.

## What is looked up after an unknown outcome

settling-searching = Looking for the call in Genesys Cloud.
settling-searching-until = Looking for the call in Genesys Cloud, until { $until } at the latest.
settling-found = The call was found in Genesys Cloud afterwards.
settling-found-probably = Probably found in Genesys Cloud afterwards: the only call of this agent to this number at that time.
settling-ambiguous = A call in Genesys Cloud may be this one, but it cannot be told for certain. Look there before you call again.
settling-not-found = Searched in Genesys Cloud, and not found.
settling-not-found-until = Searched in Genesys Cloud until { $until }, and not found.
settling-could-not-search = The call could not be looked for in Genesys Cloud.
settling-could-not-search-yet = The call could not be looked for yet. Ringfor looks again as soon as Genesys Cloud can be reached.
settling-permission-missing = The call could not be looked for: the permission { $permission } is missing.
settling-where = Where: { $where }
settling-call-again = Call again
searched-socket = news of the agent’s calls
searched-active-calls = the agent’s calls that go on
searched-activity = all calls that go on
searched-analytics = the record of past calls

## Outcomes, call states and end reasons, as single words

outcome-pending = Calling
outcome-placed = Placed
outcome-refused = Refused
outcome-unknown = Unknown
outcome-refused-note = No call was made.
outcome-unknown-note = The call may or may not have been made.
call-state-requested = Requested
call-state-ringing-agent = Agent rings
call-state-dialing = Dialing
call-state-connected = Connected
call-state-ended = Ended
end-reason-customer-hung-up = Customer hung up
end-reason-agent-hung-up = Agent hung up
end-reason-hung-up-here = Hung up here
end-reason-busy = Busy
end-reason-no-answer = No answer
end-reason-agent-no-answer = Agent did not answer
end-reason-no-route = No route
end-reason-network = Network failed
end-reason-transferred = Transferred
end-reason-unclear = Ended, reason unclear
end-note-customer-hung-up = The customer hung up.
end-note-agent-hung-up = The agent hung up.
end-note-hung-up-here = The call was hung up from this window.
end-note-busy = The customer’s line was busy.
end-note-no-answer = The customer did not answer.
end-note-agent-no-answer = The agent’s phone was not picked up. The customer was never dialed.
end-note-no-route = Genesys Cloud found no route to this number. The customer was not reached.
end-note-network = The telephone network failed during the call.
end-note-transferred = The call was transferred to somebody else.
end-note-unclear = Genesys Cloud does not tell how the call ended.

## History

history-title = History
history-search = Search the history
history-search-placeholder = Search…
history-filter = Outcome
history-filter-all = All outcomes
history-today = Today
history-yesterday = Yesterday
history-more = Show more
history-loading = Loading…
history-empty-title = No calls yet
history-empty-note = Each press of Call is kept here, with its outcome and its exact time.
history-nothing-title = Nothing found
history-nothing-note = No attempt matches the search and the outcome chosen above.
history-clear = Clear search and filter
history-reading = Reading the history…
history-failed-title = The history could not be read
details-placed-how = { $person } · { $way }
history-talked = { $status } { $time }
side-label = History and contacts
contacts-title = Contacts
contacts-search = Search the contacts
contacts-empty-title = No contacts yet
contacts-empty-note = Keep people you call often here, each with several numbers.
contacts-nothing-note = No contact matches the search.
contacts-clear = Clear search
contact-add = New contact
contact-keep = Save as a contact
contact-edit = Change the contact
contact-edit-name = Change { $name }
contact-fill = Fill this number in
contact-name = Name
contact-numbers = Numbers
contact-number = Number { $count }
contact-label = Label, like Mobile
contact-label-of = Label of number { $count }
contact-number-add = Add a number
contact-number-remove = Remove number { $count }
contact-remove = Remove
contact-remove-no = Keep it
contact-remove-title = Remove { $name } from the contacts?
contact-is = { $name }, { $label }

## History: one attempt

details-timeline = Timeline
details-pressed = Call pressed
details-when = When
details-placed = Accepted by Genesys Cloud
details-refused = Refused
details-unknown = No certain answer
details-raw = Genesys Cloud says: { $text }
details-typed = Typed
details-dialed = Dialed
details-agent = Agent
details-placed-by = Placed by
details-via = Came in by
details-talked = Talked
details-conversation = Conversation id
details-connection = Connection
details-queue = Queue
details-caller = Shown to the customer
details-attempt = Attempt id
details-open = Open in Genesys Cloud
details-copy-number = Copy number
details-redial = Redial
row-redial = Redial { $number }
note-add = Add a note
note-change = Change the note
note-label = Note
note-hint = Enter saves, Shift+Enter starts a new line.
details-copy-conversation = Copy conversation id
details-loading = Reading the timeline…
via-typed = Typing or pasting
via-link = A link
via-shortcut = The global shortcut
via-history = The history
via-command-line = The command line

## Problems: the frame

problem-who-you = You can fix this
problem-who-administrator = Needs an administrator
problem-copy = Copy details
problem-cause-label = Why
problem-fix-label = What to do
problem-fact-code = Code
problem-fact-status = HTTP status
problem-fact-server-code = Server code
problem-fact-server-message = Server message
problem-fact-correlation = Correlation id
problem-fact-step = Step
problem-fact-time = Time
problem-fact-attempt = Attempt id
problem-fact-conversation = Conversation id
problem-fact-version = Ringfor
problem-fact = { $name }: { $value }

# Shown in a problem where the fact is not known.
param-country = not known
param-calling-code = ?
param-prefix = 00
param-number = this number
param-email = this e-mail
param-agent = the agent
param-permissions = not named by the server
param-message = The server gave no reason.
param-host = the server
param-seconds = a few
param-status = 5xx
param-field = Address
param-path = the data directory
param-limit = 2560
param-keys = These keys
param-key = A setting
param-numbers = 10
param-minutes = a few
param-name = the connection

## Connections, and signing in

connection-label = Connection
connection-switch = Switch the connection
connection-manage = Manage connections…
connection-now = Connection in use: { $name }
connections-title = Connections
connections-add = Add a connection
connections-back = All connections
connection-new = New connection
connection-in-use = In use
connection-use = Use
connection-edit = Edit
connection-duplicate = Duplicate
connection-remove = Remove
connection-do = { $action }: { $name }
connection-remove-title = Remove “{ $name }”?
connection-remove-why = Its secret and its sign-in are removed from the keyring. The history stays.
connection-remove-no = Keep it
colour-plain = No color
colour-blue = Blue
colour-teal = Teal
colour-green = Green
colour-amber = Amber
colour-red = Red
colour-purple = Purple
whose-any-agent = for any agent
whose-person = as { $person }
whose-nobody = nobody is signed in
whose-any-agent-long = Calls are placed for any agent, with the app’s own rights.
whose-person-long = Calls are placed as { $person }, with that person’s own rights.
whose-nobody-long = Calls are placed as the person who signs in. Nobody is signed in yet.
sign-in-kind = Who places the calls
sign-in-client = The app, for any agent
sign-in-client-note = For those who call on behalf of several agents. The OAuth client has the grant type Client Credentials.
sign-in-pkce = A person who signs in, without a secret
sign-in-pkce-note = For agents who call for themselves: each signs in in the browser. Best where many use one client id (PKCE).
sign-in-code = A person who signs in, with a secret
sign-in-code-note = The same, and the sign-in lasts longer. The OAuth client has a secret (Code Authorization).
sign-in-platform-only = Signing in as a person works with the dialect Platform only.
sign-in-redirect = Address to allow at the OAuth client
sign-in-redirect-note = An administrator enters it there as an authorized redirect URI.
sign-in-copy-address = Copy the address
sign-in-title = Sign in
sign-in-out = Nobody is signed in
sign-in-out-note = With this connection, calls are placed as the person who signs in.
sign-in-start = Sign in with browser
sign-in-again = Sign in again
sign-in-as-user = Sign in as a user
sign-in-waiting = Waiting for the browser
sign-in-waiting-note = Sign in to Genesys Cloud on the page that has opened, then come back here.
sign-in-no-browser = No page has opened? Copy the link into a browser on this computer.
sign-in-copy-link = Copy the link
sign-in-left = { $time } left
sign-in-failed = Not signed in
sign-in-as = Signed in as { $person }
sign-out = Sign out
sign-out-busy = Signing out…
sign-out-note = Signing out ends the sign-in at Genesys Cloud and removes it from this computer. The history stays.
sign-in-later = Later
sign-in-save-first = Save, then sign in.
dial-needs-sign-in = Sign in first.
palette-connection = Switch to { $name }
keys-connection = Switch the connection
settings-colour = Color
settings-calls = For every call
settings-caller-name = Caller name
settings-caller-name-note = The name the customer sees, where Genesys Cloud allows it.
settings-queue = Call from a queue
settings-queue-none = No queue
settings-queue-note = The queues are those of the agent on screen.
settings-calls-elsewhere = Caller id, caller name and queue belong to the connection.
settings-calls-open = Open the connection
settings-save-sign-in = Save and sign in

## Settings

settings-title = Settings
settings-tab-connection = Connection
settings-tab-network = Network
settings-tab-calling = Calling
settings-tab-desktop = Desktop
settings-tab-appearance = Appearance
settings-tab-about = About
settings-tabs = Parts of Settings
settings-name = Name of the connection
settings-name-note = Shown at the top of the window. Left empty, it is the region or the host.
settings-region = Region
settings-region-choose = Choose a region…
settings-region-option = { $aws } · { $domain }
settings-region-own = Own addresses…
settings-api-url = Address of the API
settings-login-url = Address of the sign-in
settings-url-note = Both begin with https, or with http where they lead to this computer.
settings-client-id = Client id
settings-client-secret = Client secret
settings-secret-elsewhere = Type it again: the secret that is kept is not sent to another server or client.
settings-secret-note = Goes to the keyring of this computer when you save, and is not shown again.
settings-secret-in-keyring = Stored in the keyring
settings-secret-this-run = Kept in memory until Ringfor is closed
settings-secret-replace = Replace
settings-secret-keep = Keep the stored one
settings-secret-remove = Remove
settings-secret-type-again = The secret was cleared when it was sent. Type it again to save.
settings-this-run-only = Keep the secret in memory for this run only
settings-this-run-note = It is never written to a file. After a restart of Ringfor you type it again.
settings-dialect = Dialect
settings-dialect-platform = Platform (usual)
settings-dialect-participants = Participants (tutorial)
settings-dialect-from-to = From and to (tutorial)
settings-dialect-note-platform = How requests are written. Right for Genesys Cloud itself.
settings-dialect-note-participants = How the first tutorial writes requests. Agents are found by their whole e-mail.
settings-dialect-note-from-to = How the second tutorial writes requests. Agents are found by their whole e-mail.
settings-save = Save
settings-save-connect = Save and connect
settings-saving = Saving…
settings-saved = Saved
settings-check = Check connection
settings-save-check = Save and check
settings-checking = Checking…
settings-check-note = Looks at each step from this computer to Genesys Cloud. It places no call.
check-verdict-running = Checking the connection…
check-verdict-passed = The connection works.
check-verdict-warned = The connection works, but something needs a look.
check-verdict-failed = The connection does not work yet.
check-again = Run again
check-copy = Copy as text
check-step-proxy = Proxy
check-step-name = Names of the servers
check-step-tls = Secure connection
check-step-clock = Clock of this computer
check-step-token = Sign-in
check-step-organisation = Organization
check-step-search-users = Finding agents
check-step-read-station = Seeing an agent’s phone
check-step-place-calls = Placing calls
check-step-notifications = News of calls as they happen
check-step-agent = The chosen agent
check-state-waiting = waiting
check-state-running = being checked
check-state-passed = works
check-state-warned = needs a look
check-state-failed = does not work
check-state-skipped = does not apply
check-state-left-out = not checked, because of what failed before
check-fact-proxy-none = No proxy is used.
check-fact-proxy-system = { $proxy }, from the system
check-fact-proxy-own = { $proxy }, from Settings
check-fact-issuer = Certificate issued by { $issuer }
check-fact-until = Valid until { $until }
check-fact-clock-right = It agrees with the server’s.
check-fact-clock-ahead = { $seconds ->
    [one] { $seconds } second ahead of the server’s
   *[other] { $seconds } seconds ahead of the server’s
}
check-fact-clock-behind = { $seconds ->
    [one] { $seconds } second behind the server’s
   *[other] { $seconds } seconds behind the server’s
}
check-fact-client = OAuth client: { $client }
check-fact-user = Signed in: { $user }
check-fact-only-a-call = Only a call can tell for certain, and none was placed.
check-text-title = Ringfor { $version } · { $system } · Check connection
check-text-connection = { $connection }, dialect { $dialect }
settings-sandbox-title = You are in the sandbox
settings-sandbox-note = A simulated Genesys Cloud on this computer. It needs no client id and no secret, and no real calls are made.
settings-sandbox-connect = Connect to Genesys Cloud
settings-country = Country for numbers without +
settings-country-note = A number that starts with + keeps its own country.
settings-caller-id = Caller id
settings-caller-id-note = The number the customer sees, where Genesys Cloud allows it. Left empty, Genesys Cloud chooses.
settings-extensions = Extensions of the organization
settings-extensions-note = Numbers of these lengths are dialed just as they are typed. With none chosen, Ringfor dials no extensions.
settings-extensions-digits = { $count ->
    [one] { $count } digit
   *[other] { $count } digits
}
settings-extensions-not-here = This connection cannot dial extensions: the tutorial dialects take whole numbers only.
settings-links = Links to numbers
settings-links-switch = Open links to numbers with Ringfor
settings-links-note = A click on such a link fills in its number. Nothing is called until you press Call.
settings-links-unsupported = This system lets only its own setting choose the program.
settings-links-list = Which program opens which links
settings-links-ours = Ringfor opens these links
settings-links-other = { $program } opens these links
settings-links-nobody = No program opens these links
settings-links-chosen-elsewhere = Another program still opens some of them. Choose Ringfor in the system’s setting.
settings-links-open = Open the system’s setting
settings-shortcut = Shortcut for the selection
settings-shortcut-note = Select a number in any program and press these keys: it is filled in here.
settings-shortcut-none = No keys chosen
settings-shortcut-record = Choose keys
settings-shortcut-recording = Press the keys now, for example Ctrl, Alt and D together. Esc leaves everything as it was.
settings-shortcut-clear = Remove the keys
settings-shortcut-unsupported = This system has no shortcuts for programs. In the settings of the system, bind this command to keys:
settings-shortcut-copy = Copy the command
settings-window = Window
settings-close-to-tray = Keep Ringfor in the tray when its window is closed
settings-close-to-tray-missing = This desktop shows no tray, so closing the window ends Ringfor.
settings-start-at-login = Start Ringfor in the background at login
settings-start-at-login-unsupported = Ringfor cannot start by itself on this system.
settings-notify = Notifications
settings-notify-answered = The agent has answered
settings-notify-connected = Agent and customer are connected
settings-notify-ended = The call ended without success
settings-desktop-reading = Reading the settings of the desktop…
settings-language = Language
settings-language-system = As the system
settings-appearance = Appearance
settings-appearance-system = As the system
settings-appearance-light = Light
settings-appearance-dark = Dark
settings-contrast = Contrast
settings-contrast-system = As the system
settings-contrast-normal = Normal
settings-contrast-high = High
settings-motion = Motion
settings-motion-system = As the system
settings-motion-full = Full
settings-motion-reduced = Reduced
settings-zoom = Size
settings-zoom-note = The keys for it: { $larger } makes everything larger, { $smaller } smaller, { $usual } as usual.
settings-version = Version
settings-data-dir = Data is kept in
settings-copy-data-dir = Copy the path
settings-about-secret = The client secret is not kept there: it stays in the keyring of this computer.
network-note = How servers are reached. It counts for every connection, from the next request on.
network-reading = Reading the network settings…
network-proxy = Proxy
network-proxy-system = As the system
network-proxy-direct = None
network-proxy-explicit = This one
network-proxy-note-system = What the settings of this computer say.
network-proxy-note-linux = On Linux, these are the variables of the environment alone, such as HTTPS_PROXY and NO_PROXY. The proxy of the desktop’s settings is not read.
network-proxy-note-direct = Servers are reached directly, whatever the system says.
network-proxy-note-explicit = Everything goes through this proxy, the news of calls included.
network-proxy-url = Address of the proxy
network-proxy-url-note = Like http://proxy.example.com:8080, without name and password.
network-proxy-user = Name at the proxy
network-proxy-user-note = Left empty where the proxy asks for none.
network-proxy-password = Password at the proxy
network-password-note = Goes to the keyring of this computer when you save, and is not shown again.
network-password-elsewhere = Type it again: the password that is kept is not sent to another proxy or with another name.
network-password-type-again = The password was cleared when it was sent. Type it again to save.
network-ca-file = File with additional certificates
network-ca-file-note = The path of a PEM file, where a company has an authority of its own. You can drop the file on this window.
network-saved = Saved, and in use

## Problems
## Each has a title, .cause (why), .fix (what to do) and .who: `you` or `administrator`.

# Numbers

problem-number-empty = No number
    .cause = The number field is empty.
    .fix = Type or paste the number to call.
    .who = you
problem-number-unreadable = There is no number in this
    .cause = The text holds no digits that can be read as a phone number.
    .fix = Type the number again, with the area code.
    .who = you
problem-number-too-short = Too short
    .cause = Numbers of this country ({ $country }) have more digits.
    .fix = Check for missing digits, and add the area code.
    .who = you
problem-number-too-long = Too long
    .cause = Numbers of this country ({ $country }) have fewer digits.
    .fix = Check for digits too many, or for two numbers in one field.
    .who = you
problem-number-wrong-length = Not the right number of digits
    .cause = { $country } has shorter and longer numbers, but none of this length.
    .fix = Check for digits that are missing or too many.
    .who = you
problem-number-no-country = No country has the code +{ $calling_code }
    .cause = The digits after + do not start with the calling code of a country.
    .fix = Check the digits after +. For a number of your own country, leave + out.
    .who = you
problem-number-local-only = The area code is missing
    .cause = A number of this length works only inside its own area ({ $country }).
    .fix = Add the area code.
    .who = you
problem-number-foreign-prefix = Start this number with +
    .cause = In the country chosen ({ $country }), numbers abroad do not begin with { $prefix }, so it is not clear which country is meant.
    .fix = Write + and the country code instead of { $prefix }.
    .who = you
problem-number-plus-missing = Start this number with + or its area code
    .cause = { $calling_code } is the code of { $country }, but a number within { $country } can begin like this too.
    .fix = Write +{ $calling_code } if that is the country code. Else start with the area code as it is dialed within the country.
    .who = you
problem-number-emergency = { $number } is an emergency number
    .cause = Ringfor never dials emergency numbers: the call would not come from where you are.
    .fix = Use your phone.
    .who = you
problem-number-short = { $number } is a short number
    .cause = Short numbers work only inside one network or organization, and Ringfor does not guess which.
    .fix = Type the full number. If it is an extension of your organization, allow extensions of this length in Settings.
    .who = you
problem-number-service-code = { $number } is a service code
    .cause = Codes with * or # are commands to a phone or its network, not numbers to call.
    .fix = Dial it on the phone it is meant for.
    .who = you
problem-number-not-in-use = Not in use ({ $country })
    .cause = The length is right, but no number of this country begins like this.
    .fix = Check the digits. Call asks once before it dials.
    .who = you
problem-several-numbers = More than one number
    .cause = The text holds several numbers, and Ringfor does not choose between them.
    .fix = Choose the one to call.
    .who = you
problem-number-among-words = A number among words
    .cause = The text holds more than a number, and Ringfor does not guess what the rest means.
    .fix = Choose the number if it is the one to call.
    .who = you
problem-number-changed = The number changed before the call
    .cause = The number to dial is no longer the one that was shown, so nothing was sent.
    .fix = Check the number that is shown now, and press Call again.
    .who = you

# Agents

problem-agent-missing = No agent chosen
    .cause = A call is placed on behalf of an agent, whose phone rings first.
    .fix = Choose an agent under Calling as.
    .who = you
problem-agent-not-found = Nobody has the e-mail { $email }
    .cause = Genesys Cloud knows no active user with exactly this e-mail.
    .fix = Check the spelling. If it is right, ask an administrator whether the user exists and is active.
    .who = you
problem-agent-mismatch = The look-up found somebody else
    .cause = The server was asked for { $email } and answered with another person. Nobody was called.
    .fix = Ask an administrator which dialect this server understands, and choose it in Settings.
    .who = administrator
problem-agent-inactive = { $agent } is not active
    .cause = The user is inactive or deleted in Genesys Cloud, so no calls can be placed for them.
    .fix = Choose another agent, or ask an administrator to make the user active.
    .who = administrator
problem-agent-no-station = No phone: { $agent } has no station selected
    .cause = Genesys Cloud rings the agent’s phone first, and this agent has none selected.
    .fix = Ask the agent to select a phone in Genesys Cloud, then call again.
    .who = you
problem-agent-station-unusable = The phone of { $agent } cannot be reached
    .cause = The agent has a phone selected, but Genesys Cloud cannot ring it. It may be switched off or disconnected.
    .fix = Ask the agent to check the phone, or to select another one in Genesys Cloud.
    .who = you
problem-agent-email-needed = Type the whole e-mail
    .cause = This connection can only find an agent by the complete e-mail.
    .fix = Type all of it, for example name@example.com.
    .who = you

# Signing in

problem-not-connected = Not connected yet
    .cause = No client id and secret have been entered.
    .fix = Open Settings and enter the connection.
    .who = you
problem-client-unknown = The client id is not known
    .cause = The sign-in at this region knows no OAuth client with this id.
    .fix = Check the client id and the region in Settings. An organization lives in one region only.
    .who = you
problem-secret-wrong = The secret is not right
    .cause = The sign-in knows the client id, but does not accept the secret.
    .fix = Copy the secret from the OAuth client in Genesys Cloud again and replace it in Settings.
    .who = you
problem-token-rejected = The sign-in is no longer accepted
    .cause = Genesys Cloud refused the token, and a fresh one too.
    .fix = Ask an administrator whether the OAuth client is still active, and in the same region as this connection.
    .who = administrator
problem-address-not-allowed = Not allowed from this network
    .cause = The organization accepts sign-ins only from certain network addresses, and this computer’s is not one of them.
    .fix = Use the company network or VPN, or ask an administrator to allow this address.
    .who = administrator
problem-permission-missing = A permission is missing
    .cause = The role of the OAuth client does not allow this. Missing: { $permissions }.
    .fix = Ask an administrator to add the permission to the role of the OAuth client.
    .who = administrator
problem-scope-missing = A scope is missing
    .cause = The OAuth client is not allowed to use this part of Genesys Cloud.
    .fix = Ask an administrator to add the scope “conversations” to the OAuth client.
    .who = administrator
problem-user-needed = A person has to sign in
    .cause = This organization does not let an OAuth client place calls on behalf of somebody who has not signed in.
    .fix = Sign in as the person who calls: choose that sign-in for this connection in Settings. If this server expects another dialect, choose it in Settings.
    .who = you
problem-signed-out = You are not signed in
    .cause = Nobody is signed in to this connection, or the sign-in has ended. Nothing was sent.
    .fix = Sign in again. Calls that are on are followed again from then on.
    .who = you
problem-sign-in-denied = The sign-in was turned down
    .cause = The sign-in page was left without permission for Ringfor.
    .fix = Sign in again and allow Ringfor to act for you.
    .who = you
problem-sign-in-timed-out = The browser did not come back
    .cause = The sign-in was not finished within { $minutes } minutes.
    .fix = Sign in again, and finish it in the browser.
    .who = you
problem-sign-in-cancelled = The sign-in was cancelled
    .cause = It was cancelled here, or another one was begun.
    .fix = Sign in again when you want to.
    .who = you
problem-sign-in-failed = The sign-in did not work
    .cause = Genesys Cloud could not carry it out: { $message }
    .fix = Try again. If it fails again, ask an administrator whether the OAuth client allows this sign-in and has the redirect address http://localhost.
    .who = administrator
problem-sign-in-opened-twice = The sign-in was opened twice
    .cause = The page of the sign-in was opened a second time, perhaps by another program or person on this computer.
    .fix = Sign in again, and open the page only once.
    .who = you
problem-sign-in-port = The browser could not come back
    .cause = Ringfor cannot listen on this computer (localhost), where the browser brings the answer.
    .fix = Check whether a security program blocks local connections, and try again.
    .who = you
problem-sign-in-platform-only = This sign-in is not for this dialect
    .cause = Signing in as a person works with the published API only.
    .fix = Choose the dialect “Platform” or the sign-in with client id and secret.
    .who = you
problem-sign-in-busy = The sign-in is in use
    .cause = Another Ringfor renews the sign-in at this moment and has not finished.
    .fix = Wait a moment and try again. If it stays, close other Ringfor windows and commands.
    .who = you
problem-sign-in-too-long = The sign-in cannot be kept
    .cause = It is longer than the { $limit } bytes that a keyring holds.
    .fix = Keep the sign-in for this run only, or ask an administrator for shorter tokens.
    .who = administrator
problem-sign-out-unfinished = Signed out on this computer only
    .cause = Everything is forgotten here, but Genesys Cloud was not reached to end the sign-in. It ends by itself there.
    .fix = Nothing has to be done. An administrator can end it at once in Genesys Cloud.
    .who = you
problem-browser-missing = The browser did not open
    .cause = No web browser could be started for the sign-in.
    .fix = Set a default browser on this computer and sign in again.
    .who = you
problem-agent-fixed = Calls are placed as { $agent }
    .cause = With this connection, calls are placed as the person who is signed in, and nobody else.
    .fix = Sign in as the person who is to call, or use a connection with a client secret.
    .who = you

# Placing a call

problem-number-refused = Genesys Cloud does not accept { $number }
    .cause = The server says that the number or its form is wrong. No call was made.
    .fix = Check the number. If it is right, ask an administrator whether calls to it are allowed.
    .who = you
problem-call-cannot-be-placed = Genesys Cloud cannot place this call
    .cause = The server refused the outbound call. Often the agent may not call outside, or no line is free. No call was made.
    .fix = Try again in a moment. If it stays, ask an administrator about the outbound routes of this agent.
    .who = administrator
problem-edge-unavailable = No telephone line is available
    .cause = The part of Genesys Cloud that connects to the telephone network is not active for this agent. No call was made.
    .fix = Ask an administrator to check the site and the edge of the agent’s phone.
    .who = administrator
problem-dialect-mismatch = The server does not understand the request
    .cause = It expects requests of another form than this connection uses. No call was made.
    .fix = Choose another dialect in Settings. For Genesys Cloud itself it is Platform.
    .who = you
problem-too-many-requests = Too many requests
    .cause = Genesys Cloud limits how many requests are made in a minute, and the limit is reached. No call was made.
    .fix = { $seconds ->
        [one] Try again in { $seconds } second.
       *[other] Try again in { $seconds } seconds.
    }
    .who = you
problem-cancelled = Canceled before the call was made
    .cause = Cancel was pressed before anything was sent.
    .fix = Nothing needs to be done. Press Call to call after all.
    .who = you
problem-pressed-too-long-ago = Not called: Call was pressed too long ago
    .cause = Something held the call up, for example a computer that slept or a keyring that asked. By then nobody expects the phone to ring, so nothing was sent.
    .fix = Press Call again if the call is still wanted.
    .who = you
problem-not-found = Not there any more
    .cause = The server does not know what it was asked for. It may have been deleted.
    .fix = Choose the agent again. If it stays, check the region in Settings.
    .who = you
problem-again-live = { $agent } is on a call
    .cause = A call to { $number } that was placed for { $agent } has not ended.
    .fix = Hang up or wait for its end, or call all the same.
    .who = you
problem-again-unknown = The last call for { $agent } may have been made
    .cause = Whether the call to { $number } was made is not known.
    .fix = Check the agent’s phone and Genesys Cloud, then call all the same.
    .who = you
problem-again-same-number = { $number } was called a moment ago
    .cause = { $seconds ->
        [one] A call to this number was asked for { $seconds } second ago, for { $agent }.
       *[other] A call to this number was asked for { $seconds } seconds ago, for { $agent }.
    }
    .fix = Check that you mean to call this number again, then call all the same.
    .who = you
problem-refused = The server refused the call
    .cause = It said: { $message }
    .fix = Copy the details and ask an administrator what they mean. No call was made.
    .who = administrator

# Following a call

problem-feed-rejected = Calls of this agent are not told as they happen
    .cause = Genesys Cloud does not let this OAuth client listen to the agent’s calls.
    .fix = Calls are read instead, which shows changes a little later. An administrator can add the permission to the client’s role.
    .who = administrator
problem-feed-evicted = Others use up the channels of this OAuth client
    .cause = Genesys Cloud keeps 20 notification channels for a client. Ringfor’s was taken away twice in ten minutes.
    .fix = Calls are read instead until Ringfor is started again, which shows changes a little later. An administrator can make an OAuth client of its own for Ringfor.
    .who = administrator
problem-feed-interrupted = News of calls is interrupted
    .cause = The connection over which Genesys Cloud tells of calls has ended.
    .fix = It is opened again by itself. Until then calls are read, which shows changes a little later.
    .who = you
problem-hang-up-denied = { $agent } cannot be hung up for
    .cause = The OAuth client may not hang up for the agent, or the call goes on without the agent.
    .fix = You can end the whole call for everybody on it instead.
    .who = you

# Reaching the server

problem-name-not-resolved = { $host } was not found
    .cause = The name could not be looked up. This computer may be offline, or the address may be misspelled.
    .fix = Check the network connection, then the region or address in Settings.
    .who = you
problem-unreachable = { $host } cannot be reached
    .cause = No connection could be made. A firewall or a proxy may be in the way.
    .fix = Check the network connection, and the proxy under Network in Settings.
    .who = you
problem-certificate-untrusted = { $host } is not trusted
    .cause = The certificate of the server was not issued by an authority this computer trusts.
    .fix = Check the address in Settings. In a company network, ask an administrator for the company’s certificate and name its file under Network in Settings.
    .who = administrator
problem-certificate-expired = The certificate of { $host } has expired
    .cause = The server’s certificate is out of date, or the clock of this computer is wrong.
    .fix = Check date and time of this computer. If they are right, tell the administrator of the server.
    .who = administrator
problem-proxy-unreachable = The proxy cannot be reached
    .cause = No connection could be made through { $host }.
    .fix = Check the proxy in Settings, or ask whoever runs it. On Linux, the system’s proxy is the one of the environment variables.
    .who = you
problem-proxy-sign-in = The proxy wants a sign-in
    .cause = { $host } wants a name and a password, or other ones than those in Settings.
    .fix = Enter name and password of the proxy in Settings.
    .who = you
problem-proxy-invalid = The address of the proxy is not usable
    .cause = It is no address like http://proxy.example.com:8080, or it holds more than that, for example a password.
    .fix = Write only the address there. Name and password have fields of their own.
    .who = you
problem-proxy-sign-in-invalid = This sign-in cannot be sent to a proxy
    .cause = There is a password without a name, or a colon in the name.
    .fix = Correct name and password of the proxy.
    .who = you
problem-ca-file-unreadable = The file with certificates cannot be read
    .cause = It is not there, or Ringfor may not read it: { $path }
    .fix = Put the file back, choose another one in Settings, or choose none. Until then no server is reached.
    .who = you
problem-ca-file-invalid = There is no usable certificate in this file
    .cause = It is no PEM file with certificates: { $path }
    .fix = Ask your administrator for the certificate of your company as a PEM file.
    .who = you
problem-clock-off = The clock of this computer is off
    .cause = It is { $seconds } seconds away from the server’s. Calls whose outcome is not known may not be found.
    .fix = Set the clock of this computer, best by the network.
    .who = you
problem-agent-on-call = { $agent } is on a call
    .cause = A call for this agent could not be placed now.
    .fix = Wait until that call has ended.
    .who = you
problem-answer-timeout = No answer from { $host }
    .cause = { $step ->
        [token] The sign-in did not answer within { $seconds } seconds. No call was made.
        [look_up] Looking up the agent took longer than { $seconds } seconds. No call was made.
        [read_call] The state of the call could not be read within { $seconds } seconds.
        [hang_up] The call could not be hung up within { $seconds } seconds.
        [socket] Changes of calls are not told within { $seconds } seconds.
       *[place_call] Nothing came back within { $seconds } seconds. The call may have been made.
    }
    .fix = { $step ->
        [token] Check the network connection, then try again.
        [look_up] Check the network connection, then try again.
        [read_call] Look at the agent’s phone to see how the call goes on.
        [hang_up] Try again, or hang up at the agent’s phone.
        [socket] Nothing needs to be done. Calls are read meanwhile, and it is tried again.
       *[place_call] Check the agent’s phone and Genesys Cloud before you call again.
    }
    .who = you
problem-connection-lost = The connection broke before the answer
    .cause = { $step ->
        [token] The sign-in at { $host } broke off. No call was made.
        [look_up] Looking up the agent at { $host } broke off. No call was made.
        [read_call] The state of the call could not be read from { $host }.
        [hang_up] The call could not be hung up: nothing came back from { $host }.
        [socket] Changes of calls are not told: { $host } cut the connection.
       *[place_call] The call was sent to { $host }, but no answer arrived. It may have been made.
    }
    .fix = { $step ->
        [token] Check the network connection, then try again.
        [look_up] Check the network connection, then try again.
        [read_call] Look at the agent’s phone to see how the call goes on.
        [hang_up] Try again, or hang up at the agent’s phone.
        [socket] Nothing needs to be done. Calls are read meanwhile, and it is tried again.
       *[place_call] Check the agent’s phone and Genesys Cloud before you call again.
    }
    .who = you
problem-server-error = The server had an error
    .cause = { $step ->
        [token] The sign-in answered with status { $status }. No call was made.
        [look_up] The look-up of the agent was answered with status { $status }. No call was made.
        [read_call] The state of the call could not be read: status { $status }.
        [hang_up] The call could not be hung up: status { $status }.
        [socket] Changes of calls are not told: status { $status }.
       *[place_call] It answered with status { $status }. Whether the call was made is not certain.
    }
    .fix = { $step ->
        [token] Try again in a moment. If it stays, tell an administrator.
        [look_up] Try again in a moment. If it stays, tell an administrator.
        [read_call] Look at the agent’s phone to see how the call goes on.
        [hang_up] Try again, or hang up at the agent’s phone.
        [socket] Nothing needs to be done. Calls are read meanwhile, and it is tried again.
       *[place_call] Check the agent’s phone and Genesys Cloud before you call again. If it stays, tell an administrator.
    }
    .who = administrator
problem-redirected = The server sent the request elsewhere
    .cause = Ringfor does not follow such answers, because a call could be made twice.
    .fix = Check the region or the addresses in Settings, and whether a proxy asks to sign in.
    .who = you
problem-answer-unreadable = The answer could not be read
    .cause = The server answered with something that is not what Genesys Cloud sends. A proxy page may have come instead.
    .fix = { $step ->
        [token] Check the region or the addresses and the dialect in Settings, and whether a proxy asks to sign in.
        [look_up] Check the region or the addresses in Settings, and whether a proxy asks to sign in.
        [read_call] Look at the agent’s phone to see how the call goes on.
        [hang_up] Try again, or hang up at the agent’s phone.
        [socket] Nothing needs to be done. Calls are read meanwhile, and it is tried again.
       *[place_call] Check the agent’s phone before you call again. Then check the addresses in Settings.
    }
    .who = you
problem-call-unreadable = A call cannot be followed
    .cause = Genesys Cloud accepted the call, but does not tell how it goes on. The call itself is not affected.
    .fix = Look the call up in Genesys Cloud. Ask an administrator whether the role of the OAuth client may see calls.
    .who = administrator
problem-process-ended = Ringfor ended before the answer came
    .cause = It was closed or stopped between sending the call and hearing back. The call may have been made.
    .fix = Check the agent’s phone and Genesys Cloud before you call again.
    .who = you

# Keyring

problem-keyring-missing = This computer has no keyring
    .cause = The secret is kept in the system’s keyring only, and no keyring service is running.
    .fix = Start a keyring such as GNOME Keyring or KWallet, or keep the secret for this run only.
    .who = you
problem-keyring-locked = The keyring is locked
    .cause = The system’s keyring did not allow access.
    .fix = Unlock the keyring and try again, or keep the secret for this run only.
    .who = you
problem-keyring-timeout = The keyring does not answer
    .cause = Nothing came back within { $seconds } seconds. It may be waiting in a window of its own for its password.
    .fix = Look for a password window and answer it, then try again. You can also keep the secret for this run only.
    .who = you
problem-keyring-failed = The keyring failed
    .cause = The system’s keyring could not do what it was asked for.
    .fix = Try again. If it stays, sign out of this computer and in again, or keep the secret for this run only.
    .who = you
problem-secret-missing = The secret is not in the keyring
    .cause = The keyring holds no secret for this connection. It may have been removed, or never saved.
    .fix = Open Settings and enter the client secret.
    .who = you
problem-secret-too-long = The secret is too long
    .cause = The keyring holds up to { $limit } bytes.
    .fix = Check that only the secret was pasted.
    .who = you

# Connections

problem-url-invalid = “{ $field }” is not usable
    .cause = It is not a complete web address.
    .fix = Write it like https://api.mypurecloud.com, with nothing after it.
    .who = you
problem-url-insecure = “{ $field }” must begin with https
    .cause = Plain http would show the secret to the network, so it is allowed to this computer only.
    .fix = Change http to https.
    .who = you
problem-region-missing = No region chosen
    .cause = Ringfor needs to know where the organization lives.
    .fix = Choose the region, or your own addresses.
    .who = you
problem-client-id-missing = The client id is empty
    .cause = The sign-in needs the id of an OAuth client.
    .fix = Copy the client id from Genesys Cloud and paste it here.
    .who = you
problem-secret-empty = The secret is empty
    .cause = The sign-in needs the secret that belongs to the client id.
    .fix = Copy the secret from Genesys Cloud and paste it here.
    .who = you
problem-profile-name-taken = The name “{ $name }” is taken
    .cause = Another connection has this name. Capital letters make no difference.
    .fix = Choose another name.
    .who = you
problem-profile-name-too-long = The name is too long
    .cause = The name of a connection has at most { $limit } characters.
    .fix = Choose a shorter name.
    .who = you
problem-secret-left = The secret of “{ $name }” is still in the keyring
    .cause = The connection itself is changed or removed, but the keyring could not be reached.
    .fix = Unlock the keyring. Ringfor removes the secret of a removed connection as soon as it can; you can also remove it with the keyring’s own program.
    .who = you
problem-caller-id-invalid = The caller ID cannot be sent
    .cause = A caller ID has at most { $limit } characters, in one line.
    .fix = Enter the number that the called person is to see, or leave it empty.
    .who = you
problem-caller-name-invalid = The caller name cannot be sent
    .cause = A caller name has at most { $limit } characters, in one line.
    .fix = Enter the name that the called person is to see, or leave it empty.
    .who = you
problem-profile-missing = The connection is gone
    .cause = It was removed while it was on screen.
    .fix = Open Settings and enter the connection again.
    .who = you
problem-import-unreadable = The file cannot be read
    .cause = Ringfor may not read it, or it is not a file: { $path }
    .fix = Check that the file is there and that you may read it, then try again.
    .who = you
problem-import-too-large = The file is too large
    .cause = A file with a client id and a secret has at most { $limit } KB: { $path }
    .fix = Choose the .env file of the script.
    .who = you
problem-import-no-env = There is no connection in this file
    .cause = It has none of the keys CLIENT_ID, CLIENT_SECRET and REGION, or it is no text file: { $path }
    .fix = Choose the .env file of the script, saved as UTF-8.
    .who = you
problem-import-key-missing = { $key } is missing in the file
    .cause = Without it there is no connection: { $path }
    .fix = Add a line with { $key } to the file, or enter the connection in Settings.
    .who = you
problem-import-region-unknown = The region in the file is not known
    .cause = What stands at { $key } is no region of Genesys Cloud: { $path }
    .fix = Write a region such as mypurecloud.ie or eu-west-1 there. For addresses of your own, enter the connection in Settings.
    .who = you
problem-sandbox-failed = The sandbox could not start
    .cause = The simulated Genesys Cloud could not be opened on this computer.
    .fix = Try again. If it stays, restart Ringfor.
    .who = you

# Data on this computer

problem-link-unreadable = That was not a link to a number
    .cause = What opened Ringfor holds no number. Links to numbers begin with tel:, callto: or sip:.
    .fix = Copy the number and paste it here.
    .who = you
problem-link-too-long = That link is too long
    .cause = A link to a number has at most { $limit } characters.
    .fix = Copy the number and paste it here.
    .who = you
problem-links-unsupported = Links cannot be switched here
    .cause = This system lets only its own settings choose what opens links.
    .fix = Open the system’s setting and choose Ringfor there.
    .who = you
problem-links-failed = What opens links could not be changed
    .cause = { $path } could not be written.
    .fix = Check that this place can be written, and try again.
    .who = you
problem-link-settings-missing = The system’s setting was not found
    .cause = No program for choosing default apps is installed, or none that Ringfor knows.
    .fix = Open the settings of this system and look for default apps.
    .who = you
problem-selection-empty = Nothing is selected
    .cause = No text is selected or copied.
    .fix = Select the number and press the shortcut again.
    .who = you
problem-selection-silent = The other program did not answer
    .cause = Text is selected, but the program it is in did not hand it over.
    .fix = Copy the number there and paste it here, or try again in a moment.
    .who = you
problem-selection-too-long = Too much is selected
    .cause = A number with some words around it has at most { $limit } characters.
    .fix = Select the number alone.
    .who = you
problem-selection-no-number = The selected text holds no number
    .cause = A number has at least three digits.
    .fix = Select the number and press the shortcut again.
    .who = you
problem-shortcut-unreadable = These keys cannot be a shortcut
    .cause = A shortcut is one key together with Ctrl, Alt, Shift or the system’s own key.
    .fix = Choose other keys.
    .who = you
problem-shortcut-modifier-missing = { $keys } is needed for typing
    .cause = Without Ctrl, Alt or the system’s own key, these keys could not be typed any more.
    .fix = Choose keys with one of them.
    .who = you
problem-shortcut-reserved = { $keys } already has a meaning
    .cause = Programs, or the system itself, use these keys everywhere.
    .fix = Choose other keys, for example Ctrl+Alt+D.
    .who = you
problem-shortcut-taken = Another program has { $keys }
    .cause = Only one program can have a shortcut.
    .fix = Choose other keys, or free these in the other program.
    .who = you
problem-shortcut-unsupported = Shortcuts work differently here
    .cause = This system does not let a program listen to keys everywhere.
    .fix = Bind the command shown in Settings to keys, in the settings of the system.
    .who = you
problem-start-at-login-failed = Starting at login could not be changed
    .cause = { $path } could not be written.
    .fix = Check that this place can be written, and try again.
    .who = you
problem-drop-several = Too many files at once
    .cause = More than one file was dropped on the window.
    .fix = Drop one file.
    .who = you
problem-drop-not-a-file = That was not a file
    .cause = Ringfor takes a .env file of a tutorial or a file with certificates, and nothing else.
    .fix = Drop the file itself, from a folder on this computer.
    .who = you
problem-log-unwritable = The record could not be saved, so no call was made
    .cause = Ringfor records each attempt before it sends anything, and the history file cannot be written.
    .fix = Check that the disk has space and can be written to, then call again.
    .who = you
problem-outcome-unwritten = The outcome could not be saved yet
    .cause = What is shown here is right, but the history file cannot be written now. The disk may be full.
    .fix = Make space on the disk and keep Ringfor open: it tries again by itself.
    .who = you
problem-disk-full = The disk is full
    .cause = There is no space left to record an attempt, and without a record nothing is sent.
    .fix = Make space on the disk, then try again.
    .who = you
problem-database-damaged = The history file is damaged
    .cause = { $path } cannot be read as Ringfor’s database. It was left exactly as it is.
    .fix = Restore the file from a backup, or move it elsewhere so that Ringfor starts a new one.
    .who = you
problem-database-newer = This data belongs to a newer Ringfor
    .cause = { $path } was written by a newer version and was not touched.
    .fix = Install the newer Ringfor again.
    .who = you
problem-data-dir-unwritable = Data cannot be saved
    .cause = { $path } cannot be written to. Without a record of each attempt, Ringfor places no calls.
    .fix = Allow writing to this directory, or choose another one with RINGFOR_DATA_DIR.
    .who = you
problem-data-dir-in-use = Ringfor is already open
    .cause = Another Ringfor uses the data in { $path }.
    .fix = Use the window that is already open, or close it and try again.
    .who = you

problem-data-dir-network = Data cannot be kept on a network share
    .cause = { $path } is on a network share, where the record of calls is not safe.
    .fix = Choose a directory on this computer with RINGFOR_DATA_DIR.
    .who = you
problem-preferences-set-aside = The preferences were set aside
    .cause = The preferences file could not be read. It was kept as { $path }, and Ringfor started with its usual preferences.
    .fix = Set the appearance again in Settings. Connections and history are not affected.
    .who = you
problem-call-pending = Another call for { $agent } is being placed
    .cause = What becomes of a call to { $number } is not known yet. One agent has one call at a time.
    .fix = Wait until it is, then call again.
    .who = you
problem-country-unknown = No country has the code { $country }
    .cause = Numbers without + are read with a country, by its two letters.
    .fix = Use a code such as US or DE.
    .who = you
problem-line-unreadable = This line cannot be read
    .cause = A line is a country, a tab and the number, as UTF-8 and of at most 4096 bytes.
    .fix = Mend the line.
    .who = you
problem-attempt-ambiguous = More than one attempt is meant
    .cause = The letters and digits that were given fit several attempts.
    .fix = Give more of the attempt id; the history has it.
    .who = you
problem-attempt-missing = This attempt is not in the history
    .cause = It is not, or no longer, in the record on this computer.
    .fix = Search for it in the history.
    .who = you
problem-note-too-long = The note is too long
    .cause = A note has at most { $limit } characters.
    .fix = Shorten it, and save it again.
    .who = you
problem-contact-name-missing = The contact has no name
    .cause = The name is empty.
    .fix = Type a name.
    .who = you
problem-contact-number-missing = The contact has no number
    .cause = A contact has at least one number.
    .fix = Add a number.
    .who = you
problem-contact-too-long = Too much for one contact
    .cause = A contact has at most { $numbers } numbers; a name or label has at most { $limit } characters.
    .fix = Shorten it, or make two contacts.
    .who = you
problem-contact-missing = This contact is gone
    .cause = It was removed in the meantime.
    .fix = Add it again if you still need it.
    .who = you
problem-internal = Something went wrong inside Ringfor
    .cause = This is a defect in the program, not something you did.
    .fix = Copy the details and report them. Check the history before you call again.
    .who = you
