# Every text a person can read in Ringfor, in German.
#
# The words, held everywhere (English: German):
#   agent: Agent (des Agenten); on behalf of: im Namen von; calling as: Anrufen als
#   customer: Kunde; administrator: Administration (for everybody, whoever does it)
#   attempt: Versuch; outcome: Ergebnis (pending: Läuft, placed: Gestartet, refused: Abgelehnt, unknown: Ungewiss)
#   to place a call: einen Anruf starten; to call: anrufen; to hang up: auflegen; redial: erneut wählen
#   number: Nummer; area code: Vorwahl; country code: Ländervorwahl; caller id: angezeigte Nummer
#   extension behind a number: Durchwahl; extension of the organization: Nebenstelle
#   phone, station: Telefon; status, presence: Status; on queue: In Warteschlange
#   connection (profile): Verbindung; sign-in: Anmeldung; client id: Client-ID; secret: Geheimnis, Client-Geheimnis
#   keyring: Schlüsselbund; sandbox: Sandbox; dialect: Dialekt; permission: Berechtigung; role: Rolle; scope: Scope
#   problem: Problem; history: Verlauf; record: Aufzeichnung; note: Notiz; contact: Kontakt; favorite: Favorit
#   shortcut: Tastenkürzel; tray: Infobereich; link: Link; region: Region; proxy: Proxy; token: Token
# Buttons are infinitives; a button in a sentence stands in „…“. The reader is „Sie“.
# A parameter stands as a subject, as an object or after „für“ and „an“: what stands in for it where it
# is not known (param-…) is written for these cases. After $seconds the dative: „nach einigen Sekunden“.

## The product

app-name = Ringfor
app-tagline = Startet Anrufe in Genesys Cloud im Namen von Agenten.
app-opening = Ringfor wird geöffnet …

## Words that several places share

action-cancel = Abbrechen
action-close = Schließen
action-copied = Kopiert
action-copy-failed = Kopieren nicht möglich
action-dismiss = Ausblenden
action-try-again = Erneut versuchen
action-back = Zurück
action-open-settings = Einstellungen öffnen
word-none = keine
# Two whole sentences, one after the other.
two-sentences = { $first } { $second }
# A title without a full stop, and a whole sentence.
title-and-sentence = { $title }. { $sentence }
keys-ctrl = Strg+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-super = Super
key-enter = Eingabe

## Header

header-settings = Einstellungen
header-no-connection = Nicht verbunden
header-connection = { $name } · { $region }
header-sandbox = Sandbox
header-sandbox-note = keine echten Anrufe
notices-label = Hinweise
feed-socket = Live
feed-socket-note = Genesys Cloud meldet jede Änderung eines Anrufs sofort.
feed-poll = Abfrage
feed-poll-note = Anrufe werden immer wieder abgefragt. Eine Änderung kann etwas später erscheinen.
feed-why = { $feed } · { $problem }
feed-why-long = { $problem }. { $cause } { $fix }
state-signed-out = Abgemeldet
state-signed-out-note = Das Client-Geheimnis dieser Verbindung ist nicht mehr gespeichert. Daher lassen sich keine Agenten finden und keine Anrufe starten. Der Verlauf ist weiterhin lesbar.
state-offline = Dieser Computer ist offenbar offline
state-offline-note = Anrufe brauchen das Netz. Der Verlauf und schon bekannte Agenten sind inzwischen lesbar.
palette-title = Befehle und Suche
palette-placeholder = Nummer, Name oder Befehl
palette-foot = Mit der Eingabetaste ausführen. Eine Nummer wird nur eingetragen; auf „Anrufen“ drücken Sie selbst.
palette-open = Befehle und Suche ({ $keys })
palette-group-numbers = Nummer
palette-group-agents = Agenten
palette-group-contacts = Kontakte
palette-group-actions = Befehle
palette-call = Nummer anrufen
palette-agent = Agent wechseln
palette-call-as = Anrufen als { $agent }
palette-dial = { $number } eintragen
palette-redial = Letzte Nummer erneut wählen
palette-redial-note = { $number } · { $agent }
palette-search = Verlauf durchsuchen
palette-search-for = Verlauf nach „{ $text }“ durchsuchen
palette-contacts = Kontakte anzeigen
palette-settings = Einstellungen: { $tab }
palette-appearance = Darstellung: { $choice }
palette-language = Sprache: { $language }
palette-larger = Alles größer anzeigen
palette-smaller = Alles kleiner anzeigen
keys-title = Tastatur
keys-everywhere = Überall
keys-palette = Befehle und Suche
keys-help = Diese Tasten anzeigen
keys-escape = Offenes schließen
keys-zoom = Größer, kleiner, normal
keys-call = Anrufen
keys-clear = Feld leeren
keys-candidates = Zu den Nummern eines Textes
keys-walk-agents = Durch die Agenten
keys-take = Agent übernehmen
keys-favourite = Als Favorit markieren
keys-walk = Durch die Zeilen
keys-open = Zeile öffnen oder schließen
keys-redial = Für einen neuen Anruf eintragen
keys-copy = Nummer kopieren
keys-note = Notiz schreiben

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringfor ist bereits geöffnet.
startup-no-window = Ringfor konnte kein Fenster öffnen. Starten Sie es aus einer Desktopsitzung.

## The command line

cli-secret-prompt = Client-Geheimnis:
cli-call-goes-on = Der Anruf läuft weiter. Beenden Sie ihn mit: ringfor hangup { $attempt }
cli-sandbox-use = Verwenden Sie sie mit --profile „{ $profile }“, oder übernehmen Sie sie mit: ringfor profile use „{ $profile }“. Strg-C beendet sie.
cli-sign-in-page = Melden Sie sich auf dieser Seite an, auf diesem Computer:
cli-import-done = Das Geheimnis ist jetzt im Schlüsselbund. { $path } kann gelöscht werden.
cli-sign-in-waits = Warten, bis die Anmeldung erneuert ist …
cli-not-written = Dies konnte nicht in den Verlauf geschrieben werden. Bitte bewahren Sie es auf:
cli-do-instead = In der Befehlszeile: { $command }

## What the browser shows at the end of a sign-in (written by Rust)

sign-in-page-done = Zurück zu Ringfor
    .body = Der Browser ist fertig. Sie können diese Seite schließen und zu Ringfor zurückkehren.
sign-in-page-refused = Nicht angemeldet
    .body = Die Anmeldung wurde abgelehnt. Sie können diese Seite schließen und zu Ringfor zurückkehren.
sign-in-page-other = Hier gibt es nichts zu tun
    .body = Diese Seite gehört zu einer Anmeldung, auf die Ringfor wartet. Sie können sie schließen und zu Ringfor zurückkehren.

## The tray and the notifications of the desktop (written by Rust)

tray-show = Ringfor anzeigen
tray-agent = Anrufen als { $agent }
tray-quit = Ringfor beenden
notification-answered = { $agent } hat abgenommen
    .body = Genesys Cloud wählt jetzt { $number }.
notification-connected = { $agent } ist verbunden
    .body = Das Gespräch mit { $number } läuft.
notification-ended = Der Anruf ist nicht zustande gekommen
    .body = { $agent }, { $number }: { $reason }

## First run

onboarding-title = Im Namen eines Agenten anrufen
onboarding-intro = Wählen Sie einen Agenten, geben Sie eine Nummer ein und drücken Sie auf „Anrufen“. Genesys Cloud ruft zuerst den Agenten an, dann den Kunden.
onboarding-connect = Mit Genesys Cloud verbinden
onboarding-connect-note = Mit einem OAuth-Client Ihrer Organisation, für jeden Agenten oder als Sie selbst.
onboarding-sandbox = In der Sandbox ausprobieren
onboarding-sandbox-note = Ein simuliertes Genesys Cloud auf diesem Computer, mit einem erfundenen Team. Es gibt keine echten Anrufe.
onboarding-starting-sandbox = Sandbox wird gestartet …
onboarding-drop = Sie haben die .env-Datei einer Anleitung? Ziehen Sie sie auf dieses Fenster.
onboarding-network = Netzwerkeinstellungen
drop-title = Hier ablegen
drop-note = Aus der .env-Datei einer Anleitung wird eine Verbindung, und ihr Geheimnis kommt in den Schlüsselbund. Eine Datei mit Zertifikaten kommt in die Netzwerkeinstellungen. Es wird nicht angerufen.
drop-taking = Die Datei wird übernommen …
imported-title = Aus der Datei ist die Verbindung { $name } geworden
imported-secret = Das Geheimnis ist jetzt im Schlüsselbund dieses Computers.
imported-secret-this-run = Das Geheimnis bleibt im Arbeitsspeicher, bis Ringfor beendet wird.
imported-agent = { $agent } ist als Agent gewählt.
imported-agent-missing = { $email } wurde nicht als Agent gewählt: { $problem }.
imported-number = { $number } ist eingetragen. Sie drücken auf „Anrufen“.
imported-delete = Ringfor braucht die Datei nicht mehr. Löschen Sie sie, denn das Geheimnis steht noch darin:
onboarding-form-title = Mit Genesys Cloud verbinden
onboarding-form-intro = Die Administration legt den OAuth-Client in Genesys Cloud unter Admin, Integrationen, OAuth an. Wer die Anrufe startet, braucht die Berechtigungen, Benutzer zu sehen und Anrufe zu starten.

## Full-screen problem

failed-title = Ringfor konnte nicht geöffnet werden
failed-retrying = Neuer Versuch …

## Dial card: the agent

agent-label = Anrufen als
agent-placeholder = Name oder E-Mail-Adresse
agent-placeholder-email = Vollständige E-Mail-Adresse
agent-list = Agenten
agent-recent = Zuletzt verwendet
agent-favourites = Favoriten
agent-seen = Schon bekannt
agent-found = Gefunden
agent-searching = Suche läuft …
agent-only-known = { $problem }. Diese Agenten sind auf diesem Computer gespeichert.
agent-keys = { $keys } markiert den Agenten als Favorit.
agent-mark = Als Favorit markieren
agent-unmark = Nicht mehr Favorit
agent-is-favourite = Favorit
agent-as-of = Stand { $time }
agent-hint-type = Geben Sie die ersten Buchstaben des Namens oder der E-Mail-Adresse ein.
agent-hint-email = Diese Verbindung findet Agenten nur über die vollständige E-Mail-Adresse. Geben Sie sie ganz ein und drücken Sie die Eingabetaste.
agent-none-found = Kein Agent passt zu „{ $query }“.
agent-count = { $count ->
    [one] { $count } Agent
   *[other] { $count } Agenten
}
agent-not-chosen = Noch kein Agent gewählt
agent-refresh = Status neu abfragen
agent-station = Telefon: { $station }
agent-no-station = Kein Telefon gewählt
agent-on-call = Im Gespräch
agent-inactive = Nicht aktiv
agent-readiness-unknown = Status nicht verfügbar
agent-presence-routing = { $presence }, { $routing }
advice-inactive = In Genesys Cloud nicht aktiv, daher ist kein Anruf möglich.
    .fix = Wählen Sie einen anderen Agenten oder bitten Sie die Administration, diesen zu aktivieren.
advice-no-station = Kein Telefon gewählt, daher kann nichts klingeln.
    .fix = Bitten Sie { $agent }, eines in Genesys Cloud zu wählen.
advice-on-call = Gerade im Gespräch.
    .fix = Warten Sie das Ende ab oder wählen Sie einen anderen Agenten.
advice-auto-answer = Das Telefon nimmt von selbst ab, und offenbar ist niemand da. Der Kunde würde angerufen, ohne dass jemand spricht.
    .fix = Stellen Sie sicher, dass { $agent } am Telefon ist.
advice-away = Abwesend, nimmt vielleicht nicht ab.
    .fix = Fragen Sie { $agent } vorher oder wählen Sie einen anderen Agenten.
advice-offline = In Genesys Cloud abgemeldet, nimmt vielleicht nicht ab.
    .fix = Bitten Sie { $agent }, sich anzumelden, oder wählen Sie einen anderen Agenten.
advice-webrtc-phone = Das Telefon ist eine Webseite. Es klingelt nur, solange sie geöffnet ist.
    .fix = Stellen Sie sicher, dass { $agent } Genesys Cloud geöffnet hat.
presence-available = Verfügbar
presence-away = Abwesend
presence-break = In der Pause
presence-busy = Beschäftigt
presence-idle = Inaktiv
presence-meal = Beim Essen
presence-meeting = In einer Besprechung
presence-offline = Offline
presence-on-queue = In Warteschlange
presence-training = In einer Schulung
routing-communicating = im Gespräch
routing-idle = frei
routing-interacting = bearbeitet eine Interaktion
routing-not-responding = reagiert nicht
routing-off-queue = nicht in Warteschlange

## Dial card: the number

dial-title = Anruf starten
number-label = Nummer
number-placeholder = Nummer eingeben
number-country = Land für Nummern ohne +
number-hint = In jeder Form, z. B. (030) 23125 123.
number-will-dial = Gewählt wird
number-extension = Die Durchwahl { $extension } wird angezeigt, aber nicht gewählt.
number-own-extension = Eine Nebenstelle Ihrer Organisation
options-label = Anruf über
options-from-agent = den Agenten
options-from-queue = Warteschlange { $queue }
options-shows = zeigt { $caller }
options-shows-both = zeigt { $name }, { $number }
options-shows-usual = übliche Nummer
options-once = nur dieser Anruf
options-reading = wird gelesen …
options-queue = Warteschlange des Anrufs
options-queue-none = Keine Warteschlange
options-queues-reading = Die Warteschlangen von { $agent } werden gelesen …
options-queues-none = { $agent } ist in keiner Warteschlange.
options-wrap-up-note = Nach einem Anruf über eine Warteschlange muss der Agent in Genesys Cloud vielleicht nacharbeiten.
options-caller-id = Angezeigte Nummer
options-caller-name = Angezeigter Name
options-caller-note = Was der Kunde sieht, wo Genesys Cloud das erlaubt. Bleibt es leer, wählt Genesys Cloud.
options-caller-number = Wird { $number } anzeigen
options-caller-as-typed = Keine Nummer, die Ringfor kennt. Sie wird gesendet wie eingegeben, und Genesys Cloud kann sie ablehnen.
options-keep = Für { $agent } behalten
options-once-note = Es gilt nur für den nächsten Anruf.
options-usual = Wie die Verbindung
number-local-time = dort { $time }
number-local-times = dort { $from } – { $to }
number-night = · Nacht
number-night-partly = · teils Nacht
number-via-link = Aus einem Link eingetragen.
number-via-shortcut = Über das Tastenkürzel eingetragen.
number-candidates = Nummern in diesem Text
offer-earlier = Vorher: { $text }
offer-earlier-list = Was vorher im Feld stand
offer-forget = Diese verwerfen
dial-call = Anrufen
dial-calling = Anruf läuft …
dial-confirm-title = Diese Nummer trotzdem anrufen?
dial-confirm-yes = Trotzdem anrufen
dial-confirm-no = Nicht anrufen
dial-needs-agent = Wählen Sie zuerst einen Agenten.
dial-needs-number = Geben Sie zuerst eine Nummer ein.

## Live call

live-title = Laufender Anruf
live-latest-title = Letzter Anruf
live-others = Weitere laufende Anrufe
live-for = für { $agent }
live-elapsed = Zeit seit dem Druck auf „Anrufen“: { $time }
live-pending = Genesys Cloud wird gebeten, den Anruf zu starten …
live-waiting = { $seconds ->
    [one] Genesys Cloud bittet zu warten. Neuer Versuch in { $seconds } Sekunde.
   *[other] Genesys Cloud bittet zu warten. Neuer Versuch in { $seconds } Sekunden.
}
live-talking = Im Gespräch seit { $time }
live-cancelling = Wird abgebrochen …
hang-up = Auflegen
hang-up-busy = Legt auf …
hang-up-all-title = Den Anruf für alle beenden?
hang-up-all-yes = Für alle beenden
hang-up-all-no = Nicht beenden
step-requested = Angefragt
step-ringing-agent = Anruf Agent
step-dialing = Anruf Kunde
step-connected = Verbunden
step-list = Schritte des Anrufs
step-done = { $step }, erledigt
step-now = { $step }, jetzt
step-later = { $step }, noch nicht
state-requested = Genesys Cloud hat den Anruf angenommen.
state-ringing-agent = Das Telefon des Agenten klingelt.
state-dialing = Der Agent hat abgenommen. Der Kunde wird angerufen.
state-connected = Agent und Kunde sprechen miteinander.
state-ended = Der Anruf ist beendet.
wrap-up = Der Anruf lief über eine Warteschlange: { $agent } muss in Genesys Cloud vielleicht nacharbeiten.
wrap-up-queue = Der Anruf lief über die Warteschlange { $queue }: { $agent } muss in Genesys Cloud vielleicht nacharbeiten.

## What is looked up after an unknown outcome

settling-searching = Der Anruf wird in Genesys Cloud gesucht.
settling-searching-until = Der Anruf wird in Genesys Cloud gesucht, längstens bis { $until }.
settling-found = Der Anruf wurde nachträglich in Genesys Cloud gefunden.
settling-found-probably = Wahrscheinlich nachträglich in Genesys Cloud gefunden: der einzige Anruf dieses Agenten an diese Nummer zu dieser Zeit.
settling-not-found = In Genesys Cloud gesucht und nicht gefunden.
settling-not-found-until = Bis { $until } in Genesys Cloud gesucht und nicht gefunden.
settling-ambiguous = In Genesys Cloud gibt es einen Anruf, der dieser sein kann; sicher ist es nicht. Sehen Sie dort nach, bevor Sie erneut anrufen.
settling-could-not-search = Der Anruf konnte in Genesys Cloud nicht gesucht werden.
settling-could-not-search-yet = Der Anruf konnte noch nicht gesucht werden. Ringfor sucht erneut, sobald Genesys Cloud erreichbar ist.
settling-permission-missing = Der Anruf konnte nicht gesucht werden: Die Berechtigung { $permission } fehlt.
settling-where = Wo: { $where }
settling-call-again = Erneut anrufen
searched-socket = Meldungen zu den Anrufen des Agenten
searched-active-calls = laufende Anrufe des Agenten
searched-activity = alle laufenden Anrufe
searched-analytics = Aufzeichnung früherer Anrufe

## Outcomes, call states and end reasons, as single words

outcome-pending = Läuft
outcome-placed = Gestartet
outcome-refused = Abgelehnt
outcome-unknown = Ungewiss
outcome-refused-note = Es wurde nicht angerufen.
outcome-unknown-note = Ob angerufen wurde, ist ungewiss.
call-state-requested = Angefragt
call-state-ringing-agent = Ruft Agenten an
call-state-dialing = Ruft Kunden an
call-state-connected = Verbunden
call-state-ended = Beendet
end-reason-customer-hung-up = Kunde hat aufgelegt
end-reason-agent-hung-up = Agent hat aufgelegt
end-reason-hung-up-here = Hier aufgelegt
end-reason-busy = Besetzt
end-reason-no-answer = Keine Antwort
end-reason-agent-no-answer = Agent nahm nicht ab
end-reason-no-route = Keine Route
end-reason-network = Netz ausgefallen
end-reason-transferred = Weiterverbunden
end-reason-unclear = Ende ungeklärt
end-note-customer-hung-up = Der Kunde hat aufgelegt.
end-note-agent-hung-up = Der Agent hat aufgelegt.
end-note-hung-up-here = In diesem Fenster wurde aufgelegt.
end-note-busy = Beim Kunden war besetzt.
end-note-no-answer = Der Kunde hat nicht abgenommen.
end-note-agent-no-answer = Am Telefon des Agenten hat niemand abgenommen. Der Kunde wurde nicht angerufen.
end-note-no-route = Genesys Cloud hat keinen Weg zu dieser Nummer gefunden. Der Kunde wurde nicht erreicht.
end-note-network = Das Telefonnetz ist während des Anrufs ausgefallen.
end-note-transferred = Der Anruf wurde an jemand anderen weiterverbunden.
end-note-unclear = Genesys Cloud teilt nicht mit, wie der Anruf geendet hat.

## History

history-title = Verlauf
history-search = Verlauf durchsuchen
history-search-placeholder = Suchen …
history-filter = Ergebnis
history-filter-all = Alle Ergebnisse
history-today = Heute
history-yesterday = Gestern
history-more = Mehr anzeigen
history-loading = Wird geladen …
history-empty-title = Noch keine Anrufe
history-empty-note = Jeder Druck auf „Anrufen“ wird hier festgehalten, mit Ergebnis und genauer Zeit.
history-nothing-title = Nichts gefunden
history-nothing-note = Kein Versuch passt zur Suche und zum oben gewählten Ergebnis.
history-clear = Suche und Filter leeren
history-reading = Verlauf wird gelesen …
history-failed-title = Der Verlauf ließ sich nicht lesen
details-placed-how = { $person } · { $way }
history-talked = { $status } { $time }
side-label = Verlauf und Kontakte
contacts-title = Kontakte
contacts-search = Kontakte durchsuchen
contacts-empty-title = Noch keine Kontakte
contacts-empty-note = Speichern Sie hier, wen Sie oft anrufen, auch mit mehreren Nummern.
contacts-nothing-note = Kein Kontakt passt zur Suche.
contacts-clear = Suche leeren
contact-add = Neuer Kontakt
contact-keep = Als Kontakt speichern
contact-edit = Kontakt ändern
contact-edit-name = { $name } ändern
contact-fill = Diese Nummer eintragen
contact-name = Name
contact-numbers = Nummern
contact-number = Nummer { $count }
contact-label = Bezeichnung, z. B. Mobil
contact-label-of = Bezeichnung der Nummer { $count }
contact-number-add = Nummer hinzufügen
contact-number-remove = Nummer { $count } entfernen
contact-remove = Entfernen
contact-remove-no = Behalten
contact-remove-title = { $name } aus den Kontakten entfernen?
contact-is = { $name }, { $label }

## History: one attempt

details-timeline = Ablauf
details-pressed = Auf „Anrufen“ gedrückt
details-when = Zeitpunkt
details-placed = Von Genesys Cloud angenommen
details-refused = Abgelehnt
details-unknown = Keine sichere Antwort
details-raw = Genesys Cloud meldet: { $text }
details-typed = Eingegeben
details-dialed = Gewählt
details-agent = Agent
details-placed-by = Angerufen hat
details-via = Eingabe über
details-talked = Gesprächszeit
details-conversation = Konversations-ID
details-connection = Verbindung
details-queue = Warteschlange
details-caller = Dem Kunden angezeigt
details-attempt = Versuchs-ID
details-open = In Genesys Cloud öffnen
details-copy-number = Nummer kopieren
details-redial = Erneut wählen
row-redial = { $number } erneut wählen
note-add = Notiz hinzufügen
note-change = Notiz ändern
note-label = Notiz
note-hint = Die Eingabetaste speichert, Umschalt+Eingabe beginnt eine neue Zeile.
details-copy-conversation = Konversations-ID kopieren
details-loading = Ablauf wird gelesen …
via-typed = Eintippen oder Einfügen
via-link = Link
via-shortcut = Tastenkürzel
via-history = Verlauf
via-command-line = Befehlszeile

## Problems: the frame

problem-who-you = Das können Sie beheben
problem-who-administrator = Das kann die Administration beheben
problem-copy = Details kopieren
problem-cause-label = Warum
problem-fix-label = Was tun
problem-fact-code = Code
problem-fact-status = HTTP-Status
problem-fact-server-code = Servercode
problem-fact-server-message = Servermeldung
problem-fact-correlation = Korrelations-ID
problem-fact-step = Schritt
problem-fact-time = Zeit
problem-fact-attempt = Versuchs-ID
problem-fact-conversation = Konversations-ID
problem-fact-version = Ringfor
problem-fact = { $name }: { $value }

# Shown in a problem where the fact is not known.
param-country = nicht bekannt
param-calling-code = ?
param-prefix = 00
param-number = diese Nummer
param-email = diese E-Mail-Adresse
param-agent = diese Person
param-permissions = vom Server nicht genannt
param-message = Der Server hat keinen Grund genannt.
param-host = der Server
param-seconds = einigen
param-status = 5xx
param-field = Adresse
param-path = das Datenverzeichnis
param-limit = 2560
param-keys = Diese Tasten
param-key = Eine Angabe
param-numbers = 10
param-minutes = einigen
param-name = die Verbindung

## Connections, and signing in

connection-label = Verbindung
connection-switch = Verbindung wechseln
connection-manage = Verbindungen verwalten…
connection-now = Verbindung in Gebrauch: { $name }
connections-title = Verbindungen
connections-add = Verbindung hinzufügen
connections-back = Alle Verbindungen
connection-new = Neue Verbindung
connection-in-use = In Gebrauch
connection-use = Verwenden
connection-edit = Bearbeiten
connection-duplicate = Duplizieren
connection-remove = Entfernen
connection-do = { $action }: { $name }
connection-remove-title = „{ $name }“ entfernen?
connection-remove-why = Geheimnis und Anmeldung werden aus dem Schlüsselbund entfernt. Der Verlauf bleibt.
connection-remove-no = Behalten
colour-plain = Keine Farbe
colour-blue = Blau
colour-teal = Türkis
colour-green = Grün
colour-amber = Bernstein
colour-red = Rot
colour-purple = Lila
whose-any-agent = für jeden Agenten
whose-person = als { $person }
whose-nobody = niemand ist angemeldet
whose-any-agent-long = Anrufe werden für jeden Agenten gestartet, mit den Rechten der App.
whose-person-long = Anrufe werden als { $person } gestartet, mit den Rechten dieser Person.
whose-nobody-long = Anrufe werden als die Person gestartet, die sich anmeldet. Noch ist niemand angemeldet.
sign-in-kind = Wer die Anrufe startet
sign-in-client = Die App, für jeden Agenten
sign-in-client-note = Für alle, die für mehrere Agenten anrufen. Der OAuth-Client hat den Grant-Typ „Client Credentials“.
sign-in-pkce = Eine Person, die sich anmeldet, ohne Geheimnis
sign-in-pkce-note = Für Agenten, die selbst anrufen: jede Person meldet sich im Browser an. Am besten, wo viele eine Client-ID nutzen (PKCE).
sign-in-code = Eine Person, die sich anmeldet, mit Geheimnis
sign-in-code-note = Wie zuvor, und die Anmeldung hält länger. Der OAuth-Client hat ein Geheimnis (Code Authorization).
sign-in-platform-only = Die Anmeldung als Person gibt es nur mit dem Dialekt „Platform“.
sign-in-redirect = Im OAuth-Client zu erlaubende Adresse
sign-in-redirect-note = Die Administration trägt sie dort als erlaubte Umleitungs-URI (redirect URI) ein.
sign-in-copy-address = Adresse kopieren
sign-in-title = Anmelden
sign-in-out = Niemand ist angemeldet
sign-in-out-note = Mit dieser Verbindung werden Anrufe als die Person gestartet, die sich anmeldet.
sign-in-start = Im Browser anmelden
sign-in-again = Erneut anmelden
sign-in-as-user = Als Benutzer anmelden
sign-in-waiting = Warten auf den Browser
sign-in-waiting-note = Melden Sie sich auf der geöffneten Seite bei Genesys Cloud an und kommen Sie dann hierher zurück.
sign-in-no-browser = Keine Seite geöffnet? Kopieren Sie den Link in einen Browser auf diesem Computer.
sign-in-copy-link = Link kopieren
sign-in-left = noch { $time }
sign-in-failed = Nicht angemeldet
sign-in-as = Angemeldet als { $person }
sign-out = Abmelden
sign-out-busy = Wird abgemeldet…
sign-out-note = Abmelden beendet die Anmeldung bei Genesys Cloud und entfernt sie von diesem Computer. Der Verlauf bleibt.
sign-in-later = Später
sign-in-save-first = Speichern Sie, dann melden Sie sich an.
dial-needs-sign-in = Melden Sie sich zuerst an.
palette-connection = Zu { $name } wechseln
keys-connection = Verbindung wechseln
settings-colour = Farbe
settings-calls = Für jeden Anruf
settings-caller-name = Angezeigter Name
settings-caller-name-note = Der Name, den der Kunde sieht, wo Genesys Cloud das erlaubt.
settings-queue = Aus einer Warteschlange anrufen
settings-queue-none = Keine Warteschlange
settings-queue-note = Zur Wahl stehen die Warteschlangen des Agenten, der zu sehen ist.
settings-calls-elsewhere = Angezeigte Nummer, angezeigter Name und Warteschlange gehören zur Verbindung.
settings-calls-open = Verbindung öffnen
settings-save-sign-in = Speichern und anmelden

## Settings

settings-title = Einstellungen
settings-tab-connection = Verbindung
settings-tab-network = Netzwerk
settings-tab-calling = Anrufe
settings-tab-desktop = Desktop
settings-tab-appearance = Darstellung
settings-tab-about = Info
settings-tabs = Bereiche der Einstellungen
settings-name = Name der Verbindung
settings-name-note = Steht oben im Fenster. Bleibt er leer, steht dort die Region oder der Server.
settings-region = Region
settings-region-choose = Region wählen …
settings-region-option = { $aws } · { $domain }
settings-region-own = Eigene Adressen …
settings-api-url = Adresse der API
settings-login-url = Adresse der Anmeldung
settings-url-note = Beide beginnen mit https, oder mit http, wenn sie zu diesem Computer führen.
settings-client-id = Client-ID
settings-client-secret = Client-Geheimnis
settings-secret-elsewhere = Geben Sie es neu ein: Das gespeicherte Geheimnis wird nicht an einen anderen Server oder Client gesendet.
settings-secret-note = Kommt beim Speichern in den Schlüsselbund dieses Computers und wird nicht mehr angezeigt.
settings-secret-in-keyring = Im Schlüsselbund gespeichert
settings-secret-this-run = Im Arbeitsspeicher, bis Ringfor beendet wird
settings-secret-replace = Ersetzen
settings-secret-keep = Gespeichertes behalten
settings-secret-remove = Entfernen
settings-secret-type-again = Das Geheimnis wurde beim Senden aus dem Feld gelöscht. Geben Sie es zum Speichern neu ein.
settings-this-run-only = Geheimnis nur bis zum Beenden im Arbeitsspeicher behalten
settings-this-run-note = Es kommt in keine Datei. Nach einem Neustart von Ringfor geben Sie es neu ein.
settings-dialect = Dialekt
settings-dialect-platform = Platform (üblich)
settings-dialect-participants = Participants (Anleitung)
settings-dialect-from-to = From und to (Anleitung)
settings-dialect-note-platform = Wie Anfragen geschrieben werden. Richtig für Genesys Cloud selbst.
settings-dialect-note-participants = Wie die erste Anleitung Anfragen schreibt. Agenten werden über die vollständige E-Mail-Adresse gefunden.
settings-dialect-note-from-to = Wie die zweite Anleitung Anfragen schreibt. Agenten werden über die vollständige E-Mail-Adresse gefunden.
settings-save = Speichern
settings-save-connect = Speichern und verbinden
settings-saving = Wird gespeichert …
settings-saved = Gespeichert
settings-check = Verbindung prüfen
settings-save-check = Speichern und prüfen
settings-checking = Wird geprüft …
settings-check-note = Sieht sich jeden Schritt von diesem Computer bis zu Genesys Cloud an. Es wird nicht angerufen.
check-verdict-running = Die Verbindung wird geprüft …
check-verdict-passed = Die Verbindung funktioniert.
check-verdict-warned = Die Verbindung funktioniert, aber etwas verdient einen Blick.
check-verdict-failed = Die Verbindung funktioniert noch nicht.
check-again = Erneut prüfen
check-copy = Als Text kopieren
check-step-proxy = Proxy
check-step-name = Namen der Server
check-step-tls = Gesicherte Verbindung
check-step-clock = Uhr dieses Computers
check-step-token = Anmeldung
check-step-organisation = Organisation
check-step-search-users = Agenten finden
check-step-read-station = Telefon eines Agenten sehen
check-step-place-calls = Anrufe starten
check-step-notifications = Nachrichten von laufenden Anrufen
check-step-agent = Der gewählte Agent
check-state-waiting = wartet
check-state-running = wird geprüft
check-state-passed = funktioniert
check-state-warned = verdient einen Blick
check-state-failed = funktioniert nicht
check-state-skipped = entfällt
check-state-left-out = nicht geprüft, wegen des Fehlers davor
check-fact-proxy-none = Es wird kein Proxy verwendet.
check-fact-proxy-system = { $proxy }, vom System
check-fact-proxy-own = { $proxy }, aus den Einstellungen
check-fact-issuer = Zertifikat ausgestellt von { $issuer }
check-fact-until = Gültig bis { $until }
check-fact-clock-right = Sie stimmt mit der des Servers überein.
check-fact-clock-ahead = { $seconds ->
    [one] { $seconds } Sekunde vor der des Servers
   *[other] { $seconds } Sekunden vor der des Servers
}
check-fact-clock-behind = { $seconds ->
    [one] { $seconds } Sekunde hinter der des Servers
   *[other] { $seconds } Sekunden hinter der des Servers
}
check-fact-client = OAuth-Client: { $client }
check-fact-user = Angemeldet: { $user }
check-fact-only-a-call = Sicher zeigt es nur ein Anruf, und es wurde keiner gestartet.
check-text-title = Ringfor { $version } · { $system } · Verbindung prüfen
check-text-connection = { $connection }, Dialekt { $dialect }
settings-sandbox-title = Sie sind in der Sandbox
settings-sandbox-note = Ein simuliertes Genesys Cloud auf diesem Computer. Es braucht weder Client-ID noch Geheimnis, und es gibt keine echten Anrufe.
settings-sandbox-connect = Mit Genesys Cloud verbinden
settings-country = Land für Nummern ohne +
settings-country-note = Eine Nummer, die mit + beginnt, behält ihr eigenes Land.
settings-caller-id = Angezeigte Nummer
settings-caller-id-note = Die Nummer, die der Kunde sieht, wo Genesys Cloud das erlaubt. Bleibt sie leer, wählt Genesys Cloud sie aus.
settings-extensions = Nebenstellen der Organisation
settings-extensions-note = Nummern dieser Längen werden genau so gewählt, wie sie eingegeben wurden. Ist keine Länge gewählt, wählt Ringfor keine Nebenstellen.
settings-extensions-digits = { $count ->
    [one] { $count } Ziffer
   *[other] { $count } Ziffern
}
settings-extensions-not-here = Diese Verbindung kann keine Nebenstellen wählen: Die Dialekte der Anleitungen nehmen nur vollständige Nummern an.
settings-links = Links zu Nummern
settings-links-switch = Links zu Nummern mit Ringfor öffnen
settings-links-note = Ein Klick auf einen solchen Link trägt die Nummer ein. Angerufen wird erst, wenn Sie auf „Anrufen“ drücken.
settings-links-unsupported = Auf diesem System lässt sich das Programm nur in den Systemeinstellungen wählen.
settings-links-list = Welches Programm welche Links öffnet
settings-links-ours = Ringfor öffnet diese Links
settings-links-other = { $program } öffnet diese Links
settings-links-nobody = Kein Programm öffnet diese Links
settings-links-chosen-elsewhere = Ein anderes Programm öffnet noch einige davon. Wählen Sie Ringfor in den Systemeinstellungen.
settings-links-open = Systemeinstellungen öffnen
settings-shortcut = Tastenkürzel für markierten Text
settings-shortcut-note = Markieren Sie eine Nummer in einem beliebigen Programm und drücken Sie diese Tasten: Sie wird hier eingetragen.
settings-shortcut-none = Keine Tasten gewählt
settings-shortcut-record = Tasten wählen
settings-shortcut-recording = Drücken Sie jetzt die Tasten, zum Beispiel Strg, Alt und D zusammen. Mit Esc bleibt alles, wie es war.
settings-shortcut-clear = Tasten entfernen
settings-shortcut-unsupported = Dieses System kennt keine Tastenkürzel für Programme. Legen Sie in den Systemeinstellungen diesen Befehl auf Tasten:
settings-shortcut-copy = Befehl kopieren
settings-window = Fenster
settings-close-to-tray = Ringfor beim Schließen des Fensters im Infobereich weiterlaufen lassen
settings-close-to-tray-missing = Dieser Desktop zeigt keinen Infobereich. Mit dem Fenster wird auch Ringfor beendet.
settings-start-at-login = Ringfor beim Anmelden im Hintergrund starten
settings-start-at-login-unsupported = Auf diesem System kann Ringfor nicht von selbst starten.
settings-notify = Benachrichtigungen
settings-notify-answered = Der Agent hat abgenommen
settings-notify-connected = Agent und Kunde sind verbunden
settings-notify-ended = Der Anruf ist nicht zustande gekommen
settings-desktop-reading = Die Desktop-Einstellungen werden gelesen …
settings-language = Sprache
settings-language-system = Wie das System
settings-appearance = Darstellung
settings-appearance-system = Wie das System
settings-appearance-light = Hell
settings-appearance-dark = Dunkel
settings-contrast = Kontrast
settings-contrast-system = Wie das System
settings-contrast-normal = Normal
settings-contrast-high = Hoch
settings-motion = Bewegung
settings-motion-system = Wie das System
settings-motion-full = Voll
settings-motion-reduced = Reduziert
settings-zoom = Größe
settings-zoom-note = Die Tasten dafür: { $larger } zeigt alles größer, { $smaller } kleiner, { $usual } normal.
settings-version = Version
settings-data-dir = Ort der Daten
settings-copy-data-dir = Pfad kopieren
settings-about-secret = Das Client-Geheimnis liegt nicht dort: Es bleibt im Schlüsselbund dieses Computers.
network-note = Wie Server erreicht werden. Es gilt für jede Verbindung, ab der nächsten Anfrage.
network-reading = Die Netzwerkeinstellungen werden gelesen …
network-proxy = Proxy
network-proxy-system = Wie das System
network-proxy-direct = Keiner
network-proxy-explicit = Dieser
network-proxy-note-system = Was die Einstellungen dieses Computers sagen.
network-proxy-note-linux = Unter Linux sind das allein die Umgebungsvariablen wie HTTPS_PROXY und NO_PROXY. Der Proxy aus den Einstellungen des Desktops wird nicht gelesen.
network-proxy-note-direct = Server werden direkt erreicht, was auch immer das System sagt.
network-proxy-note-explicit = Alles geht über diesen Proxy, auch die Nachrichten von Anrufen.
network-proxy-url = Adresse des Proxys
network-proxy-url-note = Zum Beispiel http://proxy.example.com:8080, ohne Name und Passwort.
network-proxy-user = Name am Proxy
network-proxy-user-note = Bleibt leer, wo der Proxy keinen verlangt.
network-proxy-password = Passwort am Proxy
network-password-note = Kommt beim Speichern in den Schlüsselbund dieses Computers und wird nicht mehr angezeigt.
network-password-elsewhere = Geben Sie es neu ein: Das gespeicherte Passwort wird nicht an einen anderen Proxy oder mit anderem Namen gesendet.
network-password-type-again = Das Passwort wurde beim Senden aus dem Feld gelöscht. Geben Sie es zum Speichern neu ein.
network-ca-file = Datei mit zusätzlichen Zertifikaten
network-ca-file-note = Der Pfad einer PEM-Datei, wo eine Firma eine eigene Stelle hat. Sie können die Datei auf dieses Fenster ziehen.
network-saved = Gespeichert und in Gebrauch

## Problems
## Each has a title, .cause (why), .fix (what to do) and .who: `you` or `administrator`.

# Numbers

problem-number-empty = Keine Nummer
    .cause = Das Feld für die Nummer ist leer.
    .fix = Geben Sie die Nummer ein oder fügen Sie sie ein.
    .who = you
problem-number-unreadable = Hier steht keine Nummer
    .cause = Der Text enthält keine Ziffern, die sich als Telefonnummer lesen lassen.
    .fix = Geben Sie die Nummer neu ein, mit Vorwahl.
    .who = you
problem-number-too-short = Zu kurz
    .cause = Nummern dieses Landes ({ $country }) haben mehr Ziffern.
    .fix = Prüfen Sie, ob Ziffern fehlen, und ergänzen Sie die Vorwahl.
    .who = you
problem-number-too-long = Zu lang
    .cause = Nummern dieses Landes ({ $country }) haben weniger Ziffern.
    .fix = Prüfen Sie, ob Ziffern zu viel sind oder zwei Nummern im Feld stehen.
    .who = you
problem-number-wrong-length = Falsche Anzahl von Ziffern
    .cause = In diesem Land ({ $country }) gibt es kürzere und längere Nummern, aber keine mit dieser Länge.
    .fix = Prüfen Sie, ob Ziffern fehlen oder zu viel sind.
    .who = you
problem-number-no-country = Kein Land hat die Vorwahl +{ $calling_code }
    .cause = Die Ziffern nach dem + beginnen nicht mit einer Ländervorwahl.
    .fix = Prüfen Sie die Ziffern nach dem +. Lassen Sie bei einer Nummer Ihres eigenen Landes das + weg.
    .who = you
problem-number-local-only = Die Vorwahl fehlt
    .cause = Eine Nummer dieser Länge gilt nur in ihrem eigenen Ortsnetz ({ $country }).
    .fix = Ergänzen Sie die Vorwahl.
    .who = you
problem-number-foreign-prefix = Die Nummer muss mit + beginnen
    .cause = Im gewählten Land ({ $country }) beginnen Auslandsnummern nicht mit { $prefix }. Daher ist nicht klar, welches Land gemeint ist.
    .fix = Schreiben Sie + und die Ländervorwahl statt { $prefix }.
    .who = you
problem-number-plus-missing = Das + oder die Vorwahl fehlt
    .cause = { $calling_code } ist eine Ländervorwahl ({ $country }), aber auch eine Nummer innerhalb dieses Landes kann so beginnen.
    .fix = Schreiben Sie +{ $calling_code }, wenn die Ländervorwahl gemeint ist. Beginnen Sie sonst mit der Vorwahl, wie sie im Land gewählt wird.
    .who = you
problem-number-emergency = { $number } ist eine Notrufnummer
    .cause = Ringfor wählt nie Notrufnummern: Der Anruf käme nicht von dort, wo Sie sind.
    .fix = Nehmen Sie Ihr Telefon.
    .who = you
problem-number-short = { $number } ist eine Kurznummer
    .cause = Kurznummern gelten nur in einem Netz oder einer Organisation, und Ringfor rät nicht, in welcher.
    .fix = Geben Sie die vollständige Nummer ein. Ist es eine Nebenstelle Ihrer Organisation, erlauben Sie in den Einstellungen Nebenstellen dieser Länge.
    .who = you
problem-number-service-code = { $number } ist ein Steuercode
    .cause = Codes mit * oder # sind Befehle an ein Telefon oder sein Netz, keine Nummern zum Anrufen.
    .fix = Wählen Sie den Code an dem Telefon, für das er gedacht ist.
    .who = you
problem-number-not-in-use = Nicht vergeben ({ $country })
    .cause = Die Länge stimmt, aber keine Nummer dieses Landes beginnt so.
    .fix = Prüfen Sie die Ziffern. „Anrufen“ fragt einmal nach, bevor gewählt wird.
    .who = you
problem-several-numbers = Mehr als eine Nummer
    .cause = Der Text enthält mehrere Nummern, und Ringfor sucht keine davon aus.
    .fix = Wählen Sie aus, welche angerufen werden soll.
    .who = you
problem-number-among-words = Eine Nummer zwischen Wörtern
    .cause = Der Text enthält außer der Nummer noch etwas, und Ringfor rät nicht, was das bedeutet.
    .fix = Wählen Sie die Nummer aus, wenn sie angerufen werden soll.
    .who = you
problem-number-changed = Die Nummer hat sich vor dem Anruf geändert
    .cause = Die Nummer, die gewählt würde, ist nicht mehr die angezeigte. Daher wurde nichts gesendet.
    .fix = Prüfen Sie die Nummer, die jetzt angezeigt wird, und drücken Sie noch einmal auf „Anrufen“.
    .who = you

# Agents

problem-agent-missing = Kein Agent gewählt
    .cause = Ein Anruf wird im Namen eines Agenten gestartet, dessen Telefon zuerst klingelt.
    .fix = Wählen Sie unter „Anrufen als“ einen Agenten.
    .who = you
problem-agent-not-found = Niemand gefunden für { $email }
    .cause = Genesys Cloud kennt keinen aktiven Benutzer mit genau dieser E-Mail-Adresse.
    .fix = Prüfen Sie die Schreibweise. Stimmt sie, fragen Sie die Administration, ob der Benutzer existiert und aktiv ist.
    .who = you
problem-agent-mismatch = Die Suche ergab jemand anderen
    .cause = Gesucht wurde { $email }, und der Server hat eine andere Person genannt. Es wurde nicht angerufen.
    .fix = Fragen Sie die Administration, welchen Dialekt dieser Server versteht, und wählen Sie ihn in den Einstellungen.
    .who = administrator
problem-agent-inactive = { $agent } ist nicht aktiv
    .cause = Der Benutzer ist in Genesys Cloud inaktiv oder gelöscht. In seinem Namen sind keine Anrufe möglich.
    .fix = Wählen Sie einen anderen Agenten oder bitten Sie die Administration, den Benutzer zu aktivieren.
    .who = administrator
problem-agent-no-station = { $agent } hat kein Telefon gewählt
    .cause = Genesys Cloud ruft zuerst das Telefon des Agenten an, und dieser Agent hat keines gewählt.
    .fix = Bitten Sie den Agenten, in Genesys Cloud ein Telefon zu wählen, und rufen Sie dann erneut an.
    .who = you
problem-agent-station-unusable = Telefon nicht erreichbar: { $agent }
    .cause = Der Agent hat ein Telefon gewählt, aber Genesys Cloud kann dort nicht anrufen. Vielleicht ist es ausgeschaltet oder getrennt.
    .fix = Bitten Sie den Agenten, das Telefon zu prüfen oder in Genesys Cloud ein anderes zu wählen.
    .who = you
problem-agent-email-needed = Vollständige E-Mail-Adresse nötig
    .cause = Diese Verbindung findet Agenten nur über die vollständige E-Mail-Adresse.
    .fix = Geben Sie sie ganz ein, zum Beispiel name@example.com.
    .who = you

# Signing in

problem-not-connected = Noch nicht verbunden
    .cause = Client-ID und Geheimnis sind noch nicht eingegeben.
    .fix = Öffnen Sie die Einstellungen und geben Sie die Verbindung ein.
    .who = you
problem-client-unknown = Die Client-ID ist nicht bekannt
    .cause = Die Anmeldung dieser Region kennt keinen OAuth-Client mit dieser ID.
    .fix = Prüfen Sie Client-ID und Region in den Einstellungen. Eine Organisation gehört zu genau einer Region.
    .who = you
problem-secret-wrong = Das Geheimnis stimmt nicht
    .cause = Die Anmeldung kennt die Client-ID, nimmt aber das Geheimnis nicht an.
    .fix = Kopieren Sie das Geheimnis des OAuth-Clients in Genesys Cloud neu und ersetzen Sie es in den Einstellungen.
    .who = you
problem-token-rejected = Die Anmeldung gilt nicht mehr
    .cause = Genesys Cloud hat das Token abgelehnt, auch ein frisches.
    .fix = Fragen Sie die Administration, ob der OAuth-Client noch aktiv ist und zur Region dieser Verbindung gehört.
    .who = administrator
problem-address-not-allowed = Aus diesem Netz nicht erlaubt
    .cause = Die Organisation nimmt Anmeldungen nur von bestimmten Netzadressen an. Die dieses Computers gehört nicht dazu.
    .fix = Verwenden Sie das Firmennetz oder VPN oder bitten Sie die Administration, diese Adresse zu erlauben.
    .who = administrator
problem-permission-missing = Eine Berechtigung fehlt
    .cause = Die Rolle des OAuth-Clients erlaubt das nicht. Es fehlt: { $permissions }.
    .fix = Bitten Sie die Administration, die Berechtigung zur Rolle des OAuth-Clients hinzuzufügen.
    .who = administrator
problem-scope-missing = Ein Scope fehlt
    .cause = Der OAuth-Client darf diesen Teil von Genesys Cloud nicht verwenden.
    .fix = Bitten Sie die Administration, den Scope „conversations“ zum OAuth-Client hinzuzufügen.
    .who = administrator
problem-user-needed = Eine Person muss sich anmelden
    .cause = Diese Organisation lässt einen OAuth-Client nicht für jemanden anrufen, der sich nicht selbst angemeldet hat.
    .fix = Melden Sie sich als die Person an, die anruft: Wählen Sie diese Anmeldung in den Einstellungen der Verbindung. Erwartet dieser Server einen anderen Dialekt, wählen Sie ihn in den Einstellungen.
    .who = you
problem-signed-out = Sie sind nicht angemeldet
    .cause = Bei dieser Verbindung ist niemand angemeldet, oder die Anmeldung ist beendet. Es wurde nichts gesendet.
    .fix = Melden Sie sich wieder an. Laufende Anrufe werden dann weiter verfolgt.
    .who = you
problem-sign-in-denied = Die Anmeldung wurde abgelehnt
    .cause = Auf der Anmeldeseite wurde Ringfor keine Erlaubnis erteilt.
    .fix = Melden Sie sich noch einmal an und erlauben Sie Ringfor, für Sie zu handeln.
    .who = you
problem-sign-in-timed-out = Der Browser kam nicht zurück
    .cause = Die Anmeldung wurde nicht innerhalb von { $minutes } Minuten abgeschlossen.
    .fix = Melden Sie sich noch einmal an und schließen Sie die Anmeldung im Browser ab.
    .who = you
problem-sign-in-cancelled = Die Anmeldung wurde abgebrochen
    .cause = Sie wurde hier abgebrochen, oder eine andere wurde begonnen.
    .fix = Melden Sie sich wieder an, wenn Sie möchten.
    .who = you
problem-sign-in-failed = Die Anmeldung ist fehlgeschlagen
    .cause = Genesys Cloud konnte sie nicht ausführen: { $message }
    .fix = Versuchen Sie es noch einmal. Hilft das nicht, fragen Sie die Administration, ob der OAuth-Client diese Anmeldung zulässt und die Rücksprungadresse http://localhost hat.
    .who = administrator
problem-sign-in-opened-twice = Die Anmeldung wurde zweimal geöffnet
    .cause = Die Seite der Anmeldung wurde ein zweites Mal geöffnet, vielleicht von einem anderen Programm oder einer anderen Person an diesem Computer.
    .fix = Melden Sie sich noch einmal an und öffnen Sie die Seite nur einmal.
    .who = you
problem-sign-in-port = Der Browser konnte nicht zurückkommen
    .cause = Ringfor kann auf diesem Computer (localhost) nicht auf die Antwort des Browsers warten.
    .fix = Prüfen Sie, ob ein Sicherheitsprogramm lokale Verbindungen sperrt, und versuchen Sie es noch einmal.
    .who = you
problem-sign-in-platform-only = Diese Anmeldung passt nicht zum Dialekt
    .cause = Die Anmeldung als Person geht nur mit der veröffentlichten API.
    .fix = Wählen Sie den Dialekt „Platform“ oder die Anmeldung mit Client-ID und Geheimnis.
    .who = you
problem-sign-in-busy = Die Anmeldung wird gerade benutzt
    .cause = Ein anderes Ringfor erneuert die Anmeldung in diesem Augenblick und ist noch nicht fertig.
    .fix = Warten Sie kurz und versuchen Sie es noch einmal. Bleibt es dabei, schließen Sie andere Fenster und Befehle von Ringfor.
    .who = you
problem-sign-in-too-long = Die Anmeldung kann nicht aufbewahrt werden
    .cause = Sie ist länger als die { $limit } Bytes, die ein Schlüsselbund aufnimmt.
    .fix = Behalten Sie die Anmeldung nur für diese Sitzung, oder bitten Sie die Administration um kürzere Token.
    .who = administrator
problem-sign-out-unfinished = Nur auf diesem Computer abgemeldet
    .cause = Hier ist alles vergessen, aber Genesys Cloud war nicht erreichbar, um die Anmeldung zu beenden. Dort endet sie von selbst.
    .fix = Sie müssen nichts tun. Die Administration kann sie in Genesys Cloud sofort beenden.
    .who = you
problem-browser-missing = Der Browser hat sich nicht geöffnet
    .cause = Für die Anmeldung konnte kein Webbrowser gestartet werden.
    .fix = Legen Sie auf diesem Computer einen Standardbrowser fest und melden Sie sich noch einmal an.
    .who = you
problem-agent-fixed = Angerufen wird als { $agent }
    .cause = Bei dieser Verbindung wird als die angemeldete Person angerufen und als niemand sonst.
    .fix = Melden Sie sich als die Person an, die anrufen soll, oder benutzen Sie eine Verbindung mit Client-Geheimnis.
    .who = you

# Placing a call

problem-number-refused = Genesys Cloud lehnt { $number } ab
    .cause = Laut Server ist die Nummer oder ihre Form falsch. Es wurde nicht angerufen.
    .fix = Prüfen Sie die Nummer. Stimmt sie, fragen Sie die Administration, ob Anrufe dorthin erlaubt sind.
    .who = you
problem-call-cannot-be-placed = Genesys Cloud kann diesen Anruf nicht starten
    .cause = Der Server hat den ausgehenden Anruf abgelehnt. Oft darf der Agent nicht nach außen anrufen, oder keine Leitung ist frei. Es wurde nicht angerufen.
    .fix = Versuchen Sie es gleich noch einmal. Bleibt es so, fragen Sie die Administration nach den ausgehenden Routen dieses Agenten.
    .who = administrator
problem-edge-unavailable = Keine Telefonleitung verfügbar
    .cause = Der Teil von Genesys Cloud, der mit dem Telefonnetz verbindet, ist für diesen Agenten nicht aktiv. Es wurde nicht angerufen.
    .fix = Bitten Sie die Administration, Standort und Edge des Telefons dieses Agenten zu prüfen.
    .who = administrator
problem-dialect-mismatch = Der Server versteht die Anfrage nicht
    .cause = Er erwartet Anfragen in einer anderen Form, als diese Verbindung sie schreibt. Es wurde nicht angerufen.
    .fix = Wählen Sie in den Einstellungen einen anderen Dialekt. Für Genesys Cloud selbst ist es „Platform“.
    .who = you
problem-too-many-requests = Zu viele Anfragen
    .cause = Genesys Cloud begrenzt die Anfragen je Minute, und die Grenze ist erreicht. Es wurde nicht angerufen.
    .fix = { $seconds ->
        [one] Versuchen Sie es in { $seconds } Sekunde noch einmal.
       *[other] Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    .who = you
problem-cancelled = Vor dem Anruf abgebrochen
    .cause = „Abbrechen“ wurde gedrückt, bevor etwas gesendet war.
    .fix = Es ist nichts zu tun. Drücken Sie auf „Anrufen“, wenn Sie doch anrufen wollen.
    .who = you
problem-pressed-too-long-ago = Nicht angerufen: Der Druck auf „Anrufen“ ist zu lange her
    .cause = Etwas hat den Anruf aufgehalten, zum Beispiel ein Computer im Ruhezustand oder ein Schlüsselbund, der nachgefragt hat. Inzwischen erwartet niemand mehr, dass das Telefon klingelt. Daher wurde nichts gesendet.
    .fix = Drücken Sie noch einmal auf „Anrufen“, wenn der Anruf noch gewünscht ist.
    .who = you
problem-not-found = Nicht mehr vorhanden
    .cause = Der Server kennt das Gesuchte nicht. Vielleicht wurde es gelöscht.
    .fix = Wählen Sie den Agenten neu. Bleibt es so, prüfen Sie die Region in den Einstellungen.
    .who = you
problem-again-live = { $agent } ist im Gespräch
    .cause = Ein Anruf an { $number }, gestartet für { $agent }, läuft noch.
    .fix = Legen Sie auf, warten Sie das Ende ab oder rufen Sie trotzdem an.
    .who = you
problem-again-unknown = Der letzte Anruf für { $agent } ist ungewiss
    .cause = Ob der Anruf an { $number } gestartet wurde, ist nicht bekannt.
    .fix = Sehen Sie am Telefon des Agenten und in Genesys Cloud nach, dann rufen Sie trotzdem an.
    .who = you
problem-again-same-number = { $number } wurde gerade erst angerufen
    .cause = { $seconds ->
        [one] Vor { $seconds } Sekunde wurde ein Anruf an diese Nummer gestartet, für { $agent }.
       *[other] Vor { $seconds } Sekunden wurde ein Anruf an diese Nummer gestartet, für { $agent }.
    }
    .fix = Prüfen Sie, ob Sie diese Nummer noch einmal anrufen wollen, dann rufen Sie trotzdem an.
    .who = you
problem-refused = Der Server hat den Anruf abgelehnt
    .cause = Seine Meldung: { $message }
    .fix = Kopieren Sie die Details und fragen Sie die Administration, was sie bedeuten. Es wurde nicht angerufen.
    .who = administrator

# Following a call

problem-feed-rejected = Anrufe dieses Agenten werden nicht sofort gemeldet
    .cause = Genesys Cloud lässt diesen OAuth-Client die Anrufe des Agenten nicht mitverfolgen.
    .fix = Die Anrufe werden stattdessen abgefragt; Änderungen erscheinen etwas später. Die Administration kann die Berechtigung zur Rolle des Clients hinzufügen.
    .who = administrator
problem-feed-evicted = Andere belegen die Kanäle dieses OAuth-Clients
    .cause = Genesys Cloud hält je Client 20 Benachrichtigungskanäle offen. Ringfor hat seinen in zehn Minuten zweimal verloren.
    .fix = Die Anrufe werden stattdessen abgefragt, bis Ringfor neu gestartet wird; Änderungen erscheinen etwas später. Die Administration kann für Ringfor einen eigenen OAuth-Client anlegen.
    .who = administrator
problem-feed-interrupted = Meldungen zu Anrufen sind unterbrochen
    .cause = Die Verbindung, über die Genesys Cloud Anrufe meldet, ist abgebrochen.
    .fix = Sie wird von selbst wieder aufgebaut. Bis dahin werden die Anrufe abgefragt; Änderungen erscheinen etwas später.
    .who = you
problem-hang-up-denied = Für { $agent } kann nicht aufgelegt werden
    .cause = Der OAuth-Client darf für den Agenten nicht auflegen, oder der Anruf läuft ohne den Agenten weiter.
    .fix = Sie können stattdessen den ganzen Anruf für alle beenden.
    .who = you

# Reaching the server

problem-name-not-resolved = { $host } wurde nicht gefunden
    .cause = Der Name ließ sich nicht auflösen. Vielleicht ist dieser Computer offline oder die Adresse falsch geschrieben.
    .fix = Prüfen Sie die Netzverbindung, dann die Region oder Adresse in den Einstellungen.
    .who = you
problem-unreachable = { $host } ist nicht erreichbar
    .cause = Es kam keine Verbindung zustande. Vielleicht ist eine Firewall oder ein Proxy im Weg.
    .fix = Prüfen Sie die Netzverbindung und den Proxy in den Einstellungen unter Netzwerk.
    .who = you
problem-certificate-untrusted = { $host } ist nicht vertrauenswürdig
    .cause = Das Zertifikat des Servers stammt von keiner Stelle, der dieser Computer vertraut.
    .fix = Prüfen Sie die Adresse in den Einstellungen. Bitten Sie in einem Firmennetz die Administration um das Zertifikat der Firma und geben Sie dessen Datei in den Einstellungen unter Netzwerk an.
    .who = administrator
problem-certificate-expired = Zertifikat abgelaufen: { $host }
    .cause = Das Zertifikat des Servers ist nicht mehr gültig, oder die Uhr dieses Computers geht falsch.
    .fix = Prüfen Sie Datum und Uhrzeit dieses Computers. Stimmen sie, melden Sie es der Administration des Servers.
    .who = administrator
problem-proxy-unreachable = Der Proxy ist nicht erreichbar
    .cause = Über { $host } kam keine Verbindung zustande.
    .fix = Prüfen Sie den Proxy in den Einstellungen, oder fragen Sie, wer ihn betreibt. Unter Linux ist der Proxy des Systems der aus den Umgebungsvariablen.
    .who = you
problem-proxy-sign-in = Der Proxy verlangt eine Anmeldung
    .cause = { $host } verlangt Name und Passwort, oder andere als die in den Einstellungen.
    .fix = Geben Sie Name und Passwort des Proxys in den Einstellungen ein.
    .who = you
problem-proxy-invalid = Die Adresse des Proxys ist nicht verwendbar
    .cause = Sie ist keine Adresse wie http://proxy.example.com:8080, oder es steht mehr darin, zum Beispiel ein Passwort.
    .fix = Schreiben Sie nur die Adresse hin. Name und Passwort haben eigene Felder.
    .who = you
problem-proxy-sign-in-invalid = Diese Anmeldung lässt sich nicht an einen Proxy senden
    .cause = Da ist ein Passwort ohne Namen, oder ein Doppelpunkt im Namen.
    .fix = Berichtigen Sie Name und Passwort des Proxys.
    .who = you
problem-ca-file-unreadable = Die Datei mit Zertifikaten kann nicht gelesen werden
    .cause = Sie ist nicht da, oder Ringfor darf sie nicht lesen: { $path }
    .fix = Legen Sie die Datei zurück, oder wählen Sie in den Einstellungen eine andere oder keine. Bis dahin wird kein Server erreicht.
    .who = you
problem-ca-file-invalid = In dieser Datei ist kein verwendbares Zertifikat
    .cause = Sie ist keine PEM-Datei mit Zertifikaten: { $path }
    .fix = Bitten Sie Ihre Administration um das Zertifikat Ihrer Firma als PEM-Datei.
    .who = you
problem-clock-off = Die Uhr dieses Computers geht falsch
    .cause = Sie weicht { $seconds } Sekunden von der des Servers ab. Anrufe mit unbekanntem Ausgang werden womöglich nicht gefunden.
    .fix = Stellen Sie die Uhr dieses Computers, am besten über das Netz.
    .who = you
problem-agent-on-call = { $agent } telefoniert gerade
    .cause = Ein Anruf für diesen Agenten käme jetzt nicht zustande.
    .fix = Warten Sie, bis dieser Anruf beendet ist.
    .who = you
problem-answer-timeout = { $host } antwortet nicht
    .cause = { $step ->
        [token] Die Anmeldung hat nach { $seconds } Sekunden noch nicht geantwortet. Es wurde nicht angerufen.
        [look_up] Die Suche nach dem Agenten war nach { $seconds } Sekunden noch nicht fertig. Es wurde nicht angerufen.
        [read_call] Der Stand des Anrufs war nach { $seconds } Sekunden noch nicht zu lesen.
        [hang_up] Auch nach { $seconds } Sekunden war nicht aufgelegt.
        [socket] Auch nach { $seconds } Sekunden wurden keine Änderungen von Anrufen gemeldet.
       *[place_call] Nach { $seconds } Sekunden kam noch keine Antwort. Möglicherweise wurde angerufen.
    }
    .fix = { $step ->
        [token] Prüfen Sie die Netzverbindung und versuchen Sie es erneut.
        [look_up] Prüfen Sie die Netzverbindung und versuchen Sie es erneut.
        [read_call] Sehen Sie am Telefon des Agenten nach, wie der Anruf weitergeht.
        [hang_up] Versuchen Sie es erneut oder legen Sie am Telefon des Agenten auf.
        [socket] Es ist nichts zu tun. Die Anrufe werden inzwischen abgefragt, und es wird erneut versucht.
       *[place_call] Sehen Sie am Telefon des Agenten und in Genesys Cloud nach, bevor Sie erneut anrufen.
    }
    .who = you
problem-connection-lost = Die Verbindung brach vor der Antwort ab
    .cause = { $step ->
        [token] Die Anmeldung brach ab ({ $host }). Es wurde nicht angerufen.
        [look_up] Die Suche nach dem Agenten brach ab ({ $host }). Es wurde nicht angerufen.
        [read_call] Der Stand des Anrufs ließ sich nicht lesen ({ $host }).
        [hang_up] Auflegen war nicht möglich: Es kam keine Antwort ({ $host }).
        [socket] Änderungen von Anrufen werden nicht gemeldet: { $host } hat die Verbindung getrennt.
       *[place_call] Der Anruf wurde gesendet ({ $host }), aber es kam keine Antwort. Möglicherweise wurde angerufen.
    }
    .fix = { $step ->
        [token] Prüfen Sie die Netzverbindung und versuchen Sie es erneut.
        [look_up] Prüfen Sie die Netzverbindung und versuchen Sie es erneut.
        [read_call] Sehen Sie am Telefon des Agenten nach, wie der Anruf weitergeht.
        [hang_up] Versuchen Sie es erneut oder legen Sie am Telefon des Agenten auf.
        [socket] Es ist nichts zu tun. Die Anrufe werden inzwischen abgefragt, und es wird erneut versucht.
       *[place_call] Sehen Sie am Telefon des Agenten und in Genesys Cloud nach, bevor Sie erneut anrufen.
    }
    .who = you
problem-server-error = Auf dem Server ist ein Fehler aufgetreten
    .cause = { $step ->
        [token] Die Anmeldung hat mit Status { $status } geantwortet. Es wurde nicht angerufen.
        [look_up] Die Suche nach dem Agenten wurde mit Status { $status } beantwortet. Es wurde nicht angerufen.
        [read_call] Der Stand des Anrufs ließ sich nicht lesen: Status { $status }.
        [hang_up] Auflegen war nicht möglich: Status { $status }.
        [socket] Änderungen von Anrufen werden nicht gemeldet: Status { $status }.
       *[place_call] Er hat mit Status { $status } geantwortet. Ob angerufen wurde, ist ungewiss.
    }
    .fix = { $step ->
        [token] Versuchen Sie es gleich noch einmal. Bleibt es so, melden Sie es der Administration.
        [look_up] Versuchen Sie es gleich noch einmal. Bleibt es so, melden Sie es der Administration.
        [read_call] Sehen Sie am Telefon des Agenten nach, wie der Anruf weitergeht.
        [hang_up] Versuchen Sie es erneut oder legen Sie am Telefon des Agenten auf.
        [socket] Es ist nichts zu tun. Die Anrufe werden inzwischen abgefragt, und es wird erneut versucht.
       *[place_call] Sehen Sie am Telefon des Agenten und in Genesys Cloud nach, bevor Sie erneut anrufen. Bleibt es so, melden Sie es der Administration.
    }
    .who = administrator
problem-redirected = Der Server leitet die Anfrage woandershin
    .cause = Ringfor folgt solchen Antworten nicht, weil sonst zweimal angerufen werden könnte.
    .fix = Prüfen Sie die Region oder die Adressen in den Einstellungen und ob ein Proxy eine Anmeldung verlangt.
    .who = you
problem-answer-unreadable = Die Antwort ließ sich nicht lesen
    .cause = Der Server hat etwas geantwortet, das Genesys Cloud so nicht sendet. Vielleicht kam stattdessen die Seite eines Proxys.
    .fix = { $step ->
        [token] Prüfen Sie die Region oder die Adressen und den Dialekt in den Einstellungen und ob ein Proxy eine Anmeldung verlangt.
        [look_up] Prüfen Sie die Region oder die Adressen in den Einstellungen und ob ein Proxy eine Anmeldung verlangt.
        [read_call] Sehen Sie am Telefon des Agenten nach, wie der Anruf weitergeht.
        [hang_up] Versuchen Sie es erneut oder legen Sie am Telefon des Agenten auf.
        [socket] Es ist nichts zu tun. Die Anrufe werden inzwischen abgefragt, und es wird erneut versucht.
       *[place_call] Sehen Sie am Telefon des Agenten nach, bevor Sie erneut anrufen. Prüfen Sie dann die Adressen in den Einstellungen.
    }
    .who = you
problem-call-unreadable = Ein Anruf lässt sich nicht verfolgen
    .cause = Genesys Cloud hat den Anruf angenommen, teilt aber nicht mit, wie er weitergeht. Der Anruf selbst ist nicht betroffen.
    .fix = Sehen Sie den Anruf in Genesys Cloud nach. Fragen Sie die Administration, ob die Rolle des OAuth-Clients Anrufe sehen darf.
    .who = administrator
problem-process-ended = Ringfor wurde vor der Antwort beendet
    .cause = Es wurde zwischen dem Senden des Anrufs und der Antwort geschlossen oder gestoppt. Möglicherweise wurde angerufen.
    .fix = Sehen Sie am Telefon des Agenten und in Genesys Cloud nach, bevor Sie erneut anrufen.
    .who = you

# Keyring

problem-keyring-missing = Dieser Computer hat keinen Schlüsselbund
    .cause = Das Geheimnis wird nur im Schlüsselbund des Systems gespeichert, und kein Schlüsselbunddienst läuft.
    .fix = Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet oder behalten Sie das Geheimnis nur bis zum Beenden im Arbeitsspeicher.
    .who = you
problem-keyring-locked = Der Schlüsselbund ist gesperrt
    .cause = Der Schlüsselbund des Systems hat den Zugriff nicht erlaubt.
    .fix = Entsperren Sie den Schlüsselbund und versuchen Sie es erneut oder behalten Sie das Geheimnis nur bis zum Beenden im Arbeitsspeicher.
    .who = you
problem-keyring-timeout = Der Schlüsselbund antwortet nicht
    .cause = Nach { $seconds } Sekunden kam noch keine Antwort. Vielleicht wartet er in einem eigenen Fenster auf sein Passwort.
    .fix = Suchen Sie ein Passwortfenster und füllen Sie es aus, dann versuchen Sie es erneut. Sie können das Geheimnis auch nur bis zum Beenden im Arbeitsspeicher behalten.
    .who = you
problem-keyring-failed = Fehler im Schlüsselbund
    .cause = Der Schlüsselbund des Systems konnte die Aufgabe nicht ausführen.
    .fix = Versuchen Sie es erneut. Bleibt es so, melden Sie sich am Computer ab und wieder an oder behalten Sie das Geheimnis nur bis zum Beenden im Arbeitsspeicher.
    .who = you
problem-secret-missing = Das Geheimnis fehlt im Schlüsselbund
    .cause = Der Schlüsselbund enthält kein Geheimnis für diese Verbindung. Vielleicht wurde es entfernt oder nie gespeichert.
    .fix = Öffnen Sie die Einstellungen und geben Sie das Client-Geheimnis ein.
    .who = you
problem-secret-too-long = Das Geheimnis ist zu lang
    .cause = Der Schlüsselbund fasst höchstens { $limit } Bytes.
    .fix = Prüfen Sie, ob nur das Geheimnis eingefügt wurde.
    .who = you

# Connections

problem-url-invalid = „{ $field }“ ist nicht verwendbar
    .cause = Das ist keine vollständige Webadresse.
    .fix = Schreiben Sie sie wie https://api.mypurecloud.com, ohne etwas dahinter.
    .who = you
problem-url-insecure = „{ $field }“ muss mit https beginnen
    .cause = Einfaches http würde das Geheimnis im Netz zeigen. Es ist nur zu diesem Computer erlaubt.
    .fix = Ersetzen Sie http durch https.
    .who = you
problem-region-missing = Keine Region gewählt
    .cause = Ringfor muss wissen, in welcher Region die Organisation liegt.
    .fix = Wählen Sie die Region oder eigene Adressen.
    .who = you
problem-client-id-missing = Die Client-ID ist leer
    .cause = Die Anmeldung braucht die ID eines OAuth-Clients.
    .fix = Kopieren Sie die Client-ID aus Genesys Cloud und fügen Sie sie hier ein.
    .who = you
problem-secret-empty = Das Geheimnis ist leer
    .cause = Die Anmeldung braucht das Geheimnis, das zur Client-ID gehört.
    .fix = Kopieren Sie das Geheimnis aus Genesys Cloud und fügen Sie es hier ein.
    .who = you
problem-profile-name-taken = Der Name „{ $name }“ ist vergeben
    .cause = Eine andere Verbindung heißt schon so. Groß- und Kleinschreibung macht keinen Unterschied.
    .fix = Wählen Sie einen anderen Namen.
    .who = you
problem-profile-name-too-long = Der Name ist zu lang
    .cause = Der Name einer Verbindung hat höchstens { $limit } Zeichen.
    .fix = Wählen Sie einen kürzeren Namen.
    .who = you
problem-secret-left = Das Geheimnis von „{ $name }“ liegt noch im Schlüsselbund
    .cause = Die Verbindung selbst ist geändert oder entfernt, aber der Schlüsselbund war nicht erreichbar.
    .fix = Entsperren Sie den Schlüsselbund. Ringfor entfernt das Geheimnis einer entfernten Verbindung, sobald es kann; Sie können es auch mit dem Programm des Schlüsselbunds entfernen.
    .who = you
problem-caller-id-invalid = Diese Anrufernummer lässt sich nicht senden
    .cause = Eine Anrufernummer hat höchstens { $limit } Zeichen, in einer Zeile.
    .fix = Geben Sie die Nummer ein, die angezeigt werden soll, oder lassen Sie das Feld leer.
    .who = you
problem-caller-name-invalid = Dieser Anrufername lässt sich nicht senden
    .cause = Ein Anrufername hat höchstens { $limit } Zeichen, in einer Zeile.
    .fix = Geben Sie den Namen ein, der angezeigt werden soll, oder lassen Sie das Feld leer.
    .who = you
problem-profile-missing = Diese Verbindung gibt es nicht mehr
    .cause = Sie wurde entfernt, während sie angezeigt wurde.
    .fix = Öffnen Sie die Einstellungen und geben Sie die Verbindung neu ein.
    .who = you
problem-import-unreadable = Die Datei kann nicht gelesen werden
    .cause = Ringfor darf sie nicht lesen, oder es ist keine Datei: { $path }
    .fix = Prüfen Sie, ob die Datei da ist und Sie sie lesen dürfen, und versuchen Sie es erneut.
    .who = you
problem-import-too-large = Die Datei ist zu groß
    .cause = Eine Datei mit Client-ID und Geheimnis hat höchstens { $limit } KB: { $path }
    .fix = Wählen Sie die .env-Datei des Skripts.
    .who = you
problem-import-no-env = In dieser Datei steht keine Verbindung
    .cause = Sie hat keinen der Schlüssel CLIENT_ID, CLIENT_SECRET und REGION, oder sie ist keine Textdatei: { $path }
    .fix = Wählen Sie die .env-Datei des Skripts, gespeichert als UTF-8.
    .who = you
problem-import-key-missing = { $key } fehlt in der Datei
    .cause = Ohne das gibt es keine Verbindung: { $path }
    .fix = Fügen Sie der Datei eine Zeile mit { $key } hinzu, oder geben Sie die Verbindung in den Einstellungen ein.
    .who = you
problem-import-region-unknown = Die Region in der Datei ist nicht bekannt
    .cause = Was bei { $key } steht, ist keine Region von Genesys Cloud: { $path }
    .fix = Schreiben Sie dort eine Region wie mypurecloud.ie oder eu-west-1 hin. Eigene Adressen geben Sie in den Einstellungen ein.
    .who = you
problem-sandbox-failed = Die Sandbox konnte nicht starten
    .cause = Das simulierte Genesys Cloud ließ sich auf diesem Computer nicht öffnen.
    .fix = Versuchen Sie es erneut. Bleibt es so, starten Sie Ringfor neu.
    .who = you

# Data on this computer

problem-link-unreadable = Das war kein Link zu einer Nummer
    .cause = Was Ringfor geöffnet hat, enthält keine Nummer. Links zu Nummern beginnen mit tel:, callto: oder sip:.
    .fix = Kopieren Sie die Nummer und fügen Sie sie hier ein.
    .who = you
problem-link-too-long = Dieser Link ist zu lang
    .cause = Ein Link zu einer Nummer hat höchstens { $limit } Zeichen.
    .fix = Kopieren Sie die Nummer und fügen Sie sie hier ein.
    .who = you
problem-links-unsupported = Links lassen sich hier nicht umstellen
    .cause = Auf diesem System bestimmen nur die Systemeinstellungen, was Links öffnet.
    .fix = Öffnen Sie die Systemeinstellungen und wählen Sie dort Ringfor.
    .who = you
problem-links-failed = Das Programm für Links ließ sich nicht ändern
    .cause = { $path } ließ sich nicht schreiben.
    .fix = Prüfen Sie, ob dort geschrieben werden kann, und versuchen Sie es erneut.
    .who = you
problem-link-settings-missing = Die Systemeinstellung wurde nicht gefunden
    .cause = Kein Programm zum Wählen der Standard-Apps ist installiert, oder keines, das Ringfor kennt.
    .fix = Öffnen Sie die Systemeinstellungen und suchen Sie nach Standard-Apps.
    .who = you
problem-selection-empty = Nichts ist markiert
    .cause = Kein Text ist markiert oder kopiert.
    .fix = Markieren Sie die Nummer und drücken Sie das Tastenkürzel erneut.
    .who = you
problem-selection-silent = Das andere Programm hat nicht geantwortet
    .cause = Text ist markiert, aber das Programm, in dem er steht, gibt ihn nicht heraus.
    .fix = Kopieren Sie dort die Nummer und fügen Sie sie hier ein, oder versuchen Sie es gleich noch einmal.
    .who = you
problem-selection-too-long = Zu viel ist markiert
    .cause = Eine Nummer mit ein paar Wörtern darum hat höchstens { $limit } Zeichen.
    .fix = Markieren Sie nur die Nummer.
    .who = you
problem-selection-no-number = Im markierten Text steht keine Nummer
    .cause = Eine Nummer hat mindestens drei Ziffern.
    .fix = Markieren Sie die Nummer und drücken Sie das Tastenkürzel erneut.
    .who = you
problem-shortcut-unreadable = Diese Tasten sind kein Tastenkürzel
    .cause = Ein Tastenkürzel ist eine Taste zusammen mit Strg, Alt, Umschalt oder der Systemtaste.
    .fix = Wählen Sie andere Tasten.
    .who = you
problem-shortcut-modifier-missing = Zum Schreiben gebraucht: { $keys }
    .cause = Ohne Strg, Alt oder die Systemtaste ließen sich diese Tasten nicht mehr zum Schreiben verwenden.
    .fix = Wählen Sie Tasten mit einer davon.
    .who = you
problem-shortcut-reserved = Schon belegt: { $keys }
    .cause = Programme oder das System selbst verwenden diese Tasten überall.
    .fix = Wählen Sie andere Tasten, zum Beispiel Strg+Alt+D.
    .who = you
problem-shortcut-taken = Von einem anderen Programm belegt: { $keys }
    .cause = Ein Tastenkürzel kann nur ein Programm haben.
    .fix = Wählen Sie andere Tasten oder geben Sie diese im anderen Programm frei.
    .who = you
problem-shortcut-unsupported = Tastenkürzel gehen hier anders
    .cause = Auf diesem System kann ein Programm nicht überall auf Tasten hören.
    .fix = Legen Sie den Befehl aus den Einstellungen in den Systemeinstellungen auf Tasten.
    .who = you
problem-start-at-login-failed = Der Start beim Anmelden ließ sich nicht ändern
    .cause = { $path } ließ sich nicht schreiben.
    .fix = Prüfen Sie, ob dort geschrieben werden kann, und versuchen Sie es erneut.
    .who = you
problem-drop-several = Zu viele Dateien auf einmal
    .cause = Es wurde mehr als eine Datei auf das Fenster gezogen.
    .fix = Ziehen Sie eine einzige Datei hierher.
    .who = you
problem-drop-not-a-file = Das war keine Datei
    .cause = Ringfor nimmt die .env-Datei einer Anleitung oder eine Datei mit Zertifikaten, sonst nichts.
    .fix = Ziehen Sie die Datei selbst hierher, aus einem Ordner auf diesem Computer.
    .who = you
problem-log-unwritable = Der Versuch ließ sich nicht aufzeichnen, daher wurde nicht angerufen
    .cause = Ringfor zeichnet jeden Versuch auf, bevor es etwas sendet, und die Verlaufsdatei lässt sich nicht schreiben.
    .fix = Prüfen Sie, ob auf dem Datenträger Platz ist und geschrieben werden kann, und rufen Sie dann erneut an.
    .who = you
problem-outcome-unwritten = Das Ergebnis ließ sich noch nicht speichern
    .cause = Was hier steht, stimmt, aber die Verlaufsdatei lässt sich gerade nicht schreiben. Vielleicht ist der Datenträger voll.
    .fix = Schaffen Sie Platz und lassen Sie Ringfor geöffnet: Es versucht es von selbst erneut.
    .who = you
problem-disk-full = Der Datenträger ist voll
    .cause = Es ist kein Platz mehr, um einen Versuch aufzuzeichnen, und ohne Aufzeichnung wird nichts gesendet.
    .fix = Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut.
    .who = you
problem-database-damaged = Die Verlaufsdatei ist beschädigt
    .cause = { $path } ist nicht als Datenbank von Ringfor lesbar. Sie wurde genau so gelassen, wie sie ist.
    .fix = Stellen Sie die Datei aus einer Sicherung wieder her oder verschieben Sie sie, damit Ringfor eine neue anlegt.
    .who = you
problem-database-newer = Diese Daten gehören zu einem neueren Ringfor
    .cause = { $path } stammt von einer neueren Version und wurde nicht angerührt.
    .fix = Installieren Sie wieder das neuere Ringfor.
    .who = you
problem-data-dir-unwritable = Daten lassen sich nicht speichern
    .cause = { $path } ist nicht beschreibbar. Ohne Aufzeichnung jedes Versuchs startet Ringfor keine Anrufe.
    .fix = Erlauben Sie das Schreiben in dieses Verzeichnis oder wählen Sie mit RINGFOR_DATA_DIR ein anderes.
    .who = you
problem-data-dir-in-use = Ringfor ist bereits geöffnet
    .cause = Ein anderes Ringfor verwendet { $path }.
    .fix = Verwenden Sie das offene Fenster oder schließen Sie es und versuchen Sie es erneut.
    .who = you

problem-data-dir-network = Daten können nicht auf einer Netzwerkfreigabe liegen
    .cause = { $path } liegt auf einer Netzwerkfreigabe. Dort ist die Aufzeichnung der Anrufe nicht sicher.
    .fix = Wählen Sie mit RINGFOR_DATA_DIR ein Verzeichnis auf diesem Computer.
    .who = you
problem-preferences-set-aside = Die Einstellungsdatei wurde beiseitegelegt
    .cause = Die Datei mit den Einstellungen ließ sich nicht lesen. Sie liegt jetzt unter { $path }, und Ringfor hat mit den üblichen Einstellungen begonnen.
    .fix = Legen Sie die Darstellung in den Einstellungen neu fest. Verbindungen und Verlauf sind nicht betroffen.
    .who = you
problem-call-pending = Für { $agent } wird gerade angerufen
    .cause = Was aus einem Anruf an { $number } wird, steht noch nicht fest. Ein Agent hat immer nur einen Anruf.
    .fix = Warten Sie das ab und rufen Sie dann erneut an.
    .who = you
problem-country-unknown = Kein Land hat den Code { $country }
    .cause = Nummern ohne + werden mit einem Land gelesen, angegeben durch zwei Buchstaben.
    .fix = Verwenden Sie einen Code wie US oder DE.
    .who = you
problem-line-unreadable = Diese Zeile lässt sich nicht lesen
    .cause = Eine Zeile ist ein Land, ein Tabulator und die Nummer, in UTF-8 und mit höchstens 4096 Byte.
    .fix = Berichtigen Sie die Zeile.
    .who = you
problem-attempt-ambiguous = Mehr als ein Versuch ist gemeint
    .cause = Die angegebenen Buchstaben und Ziffern passen zu mehreren Versuchen.
    .fix = Geben Sie mehr von der Versuchs-ID an; sie steht im Verlauf.
    .who = you
problem-attempt-missing = Dieser Versuch steht nicht im Verlauf
    .cause = Er ist in der Aufzeichnung auf diesem Computer nicht oder nicht mehr vorhanden.
    .fix = Suchen Sie ihn im Verlauf.
    .who = you
problem-note-too-long = Die Notiz ist zu lang
    .cause = Eine Notiz hat höchstens { $limit } Zeichen.
    .fix = Kürzen Sie sie und speichern Sie erneut.
    .who = you
problem-contact-name-missing = Der Kontakt hat keinen Namen
    .cause = Der Name ist leer.
    .fix = Geben Sie einen Namen ein.
    .who = you
problem-contact-number-missing = Der Kontakt hat keine Nummer
    .cause = Ein Kontakt hat mindestens eine Nummer.
    .fix = Fügen Sie eine Nummer hinzu.
    .who = you
problem-contact-too-long = Zu viel für einen Kontakt
    .cause = Ein Kontakt hat höchstens { $numbers } Nummern; ein Name oder eine Bezeichnung hat höchstens { $limit } Zeichen.
    .fix = Kürzen Sie oder legen Sie zwei Kontakte an.
    .who = you
problem-contact-missing = Diesen Kontakt gibt es nicht mehr
    .cause = Er wurde inzwischen entfernt.
    .fix = Fügen Sie ihn neu hinzu, wenn Sie ihn noch brauchen.
    .who = you
problem-internal = In Ringfor ist etwas schiefgegangen
    .cause = Das ist ein Fehler im Programm. Es liegt nicht an Ihnen.
    .fix = Kopieren Sie die Details und melden Sie sie. Sehen Sie im Verlauf nach, bevor Sie erneut anrufen.
    .who = you
