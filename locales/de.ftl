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
onboarding-connect-note = Mit Client-ID und Geheimnis eines OAuth-Clients Ihrer Organisation.
onboarding-sandbox = In der Sandbox ausprobieren
onboarding-sandbox-note = Ein simuliertes Genesys Cloud auf diesem Computer, mit einem erfundenen Team. Es gibt keine echten Anrufe.
onboarding-starting-sandbox = Sandbox wird gestartet …
onboarding-form-title = Mit Genesys Cloud verbinden
onboarding-form-intro = Die Administration legt den OAuth-Client in Genesys Cloud unter Admin, Integrationen, OAuth an, mit dem Grant-Typ „Client Credentials“. Seine Rolle braucht die Berechtigungen, Benutzer zu sehen und Anrufe zu starten.

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
advice-inactive = { $agent } ist in Genesys Cloud nicht aktiv, daher ist kein Anruf möglich.
    .fix = Wählen Sie einen anderen Agenten oder bitten Sie die Administration, diesen zu aktivieren.
advice-no-station = { $agent } hat kein Telefon gewählt, daher kann Genesys Cloud nirgends anrufen.
    .fix = Bitten Sie { $agent }, in Genesys Cloud ein Telefon zu wählen.
advice-on-call = { $agent } ist gerade im Gespräch.
    .fix = Warten Sie das Ende ab oder wählen Sie einen anderen Agenten.
advice-auto-answer = Das Telefon von { $agent } nimmt von selbst ab, und offenbar ist niemand da. Der Kunde würde angerufen, ohne dass jemand spricht.
    .fix = Stellen Sie vor dem Anruf sicher, dass { $agent } am Telefon ist.
advice-away = { $agent } ist abwesend und nimmt vielleicht nicht ab.
    .fix = Fragen Sie { $agent } vorher oder wählen Sie einen anderen Agenten.
advice-offline = { $agent } ist in Genesys Cloud abgemeldet und nimmt vielleicht nicht ab.
    .fix = Bitten Sie { $agent }, sich anzumelden, oder wählen Sie einen anderen Agenten.
advice-webrtc-phone = Das Telefon von { $agent } ist eine Webseite. Es klingelt nur, solange sie geöffnet ist.
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
routing-idle = wartet auf Arbeit
routing-interacting = bearbeitet eine Interaktion
routing-not-responding = reagiert nicht
routing-off-queue = nicht in Warteschlange

## Dial card: the number

dial-title = Anruf starten
number-label = Nummer
number-placeholder = Nummer eingeben oder einfügen
number-country = Land für Nummern ohne +
number-hint = In jeder Form, z. B. (030) 23125 123.
number-will-dial = Gewählt wird
number-extension = Die Durchwahl { $extension } wird angezeigt, aber nicht gewählt.
number-own-extension = Eine Nebenstelle Ihrer Organisation
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
step-requested = Angefordert
step-ringing-agent = Agent wird angerufen
step-dialing = Kunde wird angerufen
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

## What is looked up after an unknown outcome

settling-searching = Der Anruf wird in Genesys Cloud gesucht.
settling-searching-until = Der Anruf wird in Genesys Cloud gesucht, längstens bis { $until }.
settling-found = Der Anruf wurde nachträglich in Genesys Cloud gefunden.
settling-found-probably = Wahrscheinlich nachträglich in Genesys Cloud gefunden: der einzige Anruf dieses Agenten an diese Nummer zu dieser Zeit.
settling-not-found = In Genesys Cloud gesucht und nicht gefunden.
settling-not-found-until = Bis { $until } in Genesys Cloud gesucht und nicht gefunden.
settling-could-not-search = Der Anruf konnte in Genesys Cloud nicht gesucht werden.
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
call-state-requested = Angefordert
call-state-ringing-agent = Agent wird angerufen
call-state-dialing = Kunde wird angerufen
call-state-connected = Verbunden
call-state-ended = Beendet
end-reason-customer-hung-up = Kunde hat aufgelegt
end-reason-agent-hung-up = Agent hat aufgelegt
end-reason-hung-up-here = Hier aufgelegt
end-reason-busy = Besetzt
end-reason-no-answer = Keine Antwort
end-reason-agent-no-answer = Agent nahm nicht ab
end-reason-no-route = Kein Weg zur Nummer
end-reason-network = Netz ausgefallen
end-reason-transferred = Weiterverbunden
end-reason-unclear = Beendet, Grund unklar
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
details-conversation = Conversation-ID
details-attempt = Versuchs-ID
details-open = In Genesys Cloud öffnen
details-copy-number = Nummer kopieren
details-redial = Erneut wählen
row-redial = { $number } erneut wählen
note-add = Notiz hinzufügen
note-change = Notiz ändern
note-label = Notiz
note-hint = Die Eingabetaste speichert, Umschalt+Eingabe beginnt eine neue Zeile.
details-copy-conversation = Conversation-ID kopieren
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
problem-fact-conversation = Conversation-ID
problem-fact-version = Ringfor

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
param-numbers = 10
