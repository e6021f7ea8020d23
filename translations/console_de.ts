<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>Unbekanntes Zertifikat</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>Zertifikat geändert</translation>
    </message>
    <message>
        <source>No admin API</source>
        <translation>Keine Admin-API</translation>
    </message>
    <message>
        <source>Server too old</source>
        <translation>Server zu alt</translation>
    </message>
    <message>
        <source>Server too new</source>
        <translation>Server zu neu</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Meldet an</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Nicht mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindet mit %1 …</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Look at it before you go on.</source>
        <translation>Für das Zertifikat von %1 bürgt keine bekannte Stelle. Sehen Sie es sich an, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>Stopped: %1 shows another certificate than the one you told this computer to remember. Somebody may be reading along, or the server got a new certificate.</source>
        <translation>Angehalten: %1 zeigt ein anderes Zertifikat als das, das sich dieser Rechner merken sollte. Vielleicht liest jemand mit, oder der Server hat ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CodeTogether edge server with an admin API does. Check port and path.</source>
        <translation>%1 antwortet, aber nicht wie ein CodeTogether-Edge-Server mit Admin-API. Prüfen Sie Port und Pfad.</translation>
    </message>
    <message>
        <source>The server %1 is older than this console understands. Update the server.</source>
        <translation>Der Server %1 ist älter, als diese Konsole versteht. Aktualisieren Sie den Server.</translation>
    </message>
    <message>
        <source>The server %1 is newer than this console understands. Update the console.</source>
        <translation>Der Server %1 ist neuer, als diese Konsole versteht. Aktualisieren Sie die Konsole.</translation>
    </message>
    <message>
        <source>Sign in to %1.</source>
        <translation>Melden Sie sich bei %1 an.</translation>
    </message>
    <message>
        <source>User and password, or the token, are not right. Try again.</source>
        <translation>Benutzer und Kennwort oder das Token stimmen nicht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Meldet bei %1 an …</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Versucht es noch einmal …</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Nächster Versuch in %n Sekunde.</numerusform>
            <numerusform>Nächster Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>Es waren zu viele Versuche. Versuchen Sie es in %n Sekunde wieder.</numerusform>
            <numerusform>Es waren zu viele Versuche. Versuchen Sie es in %n Sekunden wieder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo server</source>
        <translation>Demo-Server</translation>
    </message>
    <message>
        <source>The demo does not do this</source>
        <translation>Die Demo tut das nicht</translation>
    </message>
    <message>
        <source>Connect to a server to try it.</source>
        <translation>Verbinden Sie sich mit einem Server, um es auszuprobieren.</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>Einen Rechner dieses Namens gibt es nicht. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>An dieser Adresse und diesem Port lauscht nichts. Läuft der Server?</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie die Adresse und das Netz dazwischen.</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>Die Verbindung wurde ohne Antwort geschlossen. Erwartet der Port https:// oder http://?</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>Eine sichere Verbindung kam nicht zustande. Hat dieser Port kein TLS, dann schreiben Sie http:// vor die Adresse.</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>Dort antwortet etwas, aber nicht wie ein Open-Collaboration-Server. Prüfen Sie Port und Pfad.</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>Der Server ist zu beschäftigt, um zu antworten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>Das ist keine Serveradresse. Sie sieht aus wie https://edge.example.org oder http://localhost:1080, ohne Benutzer und Kennwort.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has to be looked at first.</source>
        <translation>Das Zertifikat des Servers muss zuerst angesehen werden.</translation>
    </message>
    <message>
        <source>Passwords are sent to another computer over https:// only. Write https:// before the address.</source>
        <translation>Kennwörter werden an einen anderen Rechner nur über https:// gesendet. Schreiben Sie https:// vor die Adresse.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too long to be shown.</source>
        <translation>Die Antwort des Servers ist zu lang, um sie anzuzeigen.</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Sign in again.</source>
        <translation>Sie sind nicht oder nicht mehr angemeldet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>Der Server erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The server does not know it, or no longer.</source>
        <translation>Der Server kennt es nicht oder nicht mehr.</translation>
    </message>
    <message>
        <source>This can&apos;t be done as things stand.</source>
        <translation>So, wie die Dinge stehen, geht das nicht.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare before you save.</source>
        <translation>Jemand anders hat das inzwischen geändert. Vergleichen Sie, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>The server did not take what was entered.</source>
        <translation>Der Server hat die Eingabe nicht angenommen.</translation>
    </message>
    <message>
        <source>Something went wrong on the way to the server, or there.</source>
        <translation>Auf dem Weg zum Server oder dort ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Your sign-in has ended because nobody was here for a while. Sign in again: what you have typed is still there.</source>
        <translation>Ihre Anmeldung ist beendet, weil eine Zeit lang niemand hier war. Melden Sie sich wieder an: Was Sie eingegeben haben, ist noch da.</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>The server&apos;s clock has been set back: the licence does not count until it is right.</source>
        <translation>Die Uhr des Servers wurde zurückgestellt: Die Lizenz gilt nicht, bis sie wieder stimmt.</translation>
    </message>
    <message>
        <source>The licence is valid.</source>
        <translation>Die Lizenz ist gültig.</translation>
    </message>
    <message>
        <source>The licence is valid, but ends soon. Ask for the next one.</source>
        <translation>Die Lizenz ist gültig, endet aber bald. Fordern Sie die nächste an.</translation>
    </message>
    <message>
        <source>The licence has expired. Sessions go on with what the server gives without one.</source>
        <translation>Die Lizenz ist abgelaufen. Sitzungen gehen mit dem weiter, was der Server ohne Lizenz gibt.</translation>
    </message>
    <message>
        <source>There is no licence: the server runs in community mode.</source>
        <translation>Es gibt keine Lizenz: Der Server läuft im Community-Modus.</translation>
    </message>
    <message>
        <source>The licence is not valid. Sessions go on with what the server gives without one.</source>
        <translation>Die Lizenz ist ungültig. Sitzungen gehen mit dem weiter, was der Server ohne Lizenz gibt.</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>endete vor %n Tag</numerusform>
            <numerusform>endete vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>endet heute</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>%Ln Platz belegt, ohne Grenze</numerusform>
            <numerusform>%Ln Plätze belegt, ohne Grenze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>%Ln von %1 Plätzen belegt</numerusform>
            <numerusform>%Ln von %1 Plätzen belegt</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>Alles ist da</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>The number of connections can be read</source>
        <translation>Die Zahl der Verbindungen ist lesbar</translation>
    </message>
    <message>
        <source>The number of connections can&apos;t be read</source>
        <translation>Die Zahl der Verbindungen ist nicht lesbar</translation>
    </message>
    <message>
        <source>The last day can be read</source>
        <translation>Der letzte Tag ist lesbar</translation>
    </message>
    <message>
        <source>The last day can&apos;t be read</source>
        <translation>Der letzte Tag ist nicht lesbar</translation>
    </message>
    <message>
        <source>This server knows the issuer</source>
        <translation>Dieser Server kennt den Aussteller</translation>
    </message>
    <message>
        <source>This server does not know the issuer</source>
        <translation>Dieser Server kennt den Aussteller nicht</translation>
    </message>
    <message>
        <source>The signature fits</source>
        <translation>Die Signatur passt</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>Die Signatur passt nicht</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>%Ln gleichzeitig</numerusform>
            <numerusform>%Ln gleichzeitig</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keiner genannt</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>&amp;Credentials</source>
        <translation>&amp;Zugangsdaten</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Metriken</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>Z&amp;ertifikat</translation>
    </message>
    <message>
        <source>Client &amp;Packages</source>
        <translation>Client-&amp;Pakete</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Audit</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>Pr&amp;otokolle</translation>
    </message>
    <message>
        <source>Con&amp;figuration</source>
        <translation>Kon&amp;figuration</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>Zu&amp;stand</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>Geben Sie dem Profil einen Namen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation>Der Benutzername ist zu lang.</translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation>Die Adresse ist keine eines Servers. Sie sieht aus wie https://edge.example.org.</translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation>Das gemerkte Zertifikat ist beschädigt.</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>Es gibt zu viele Profile.</translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation>Die Einstellungsdatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation>Diese Datei ist zu groß für Profile.</translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation>Diese Datei enthält keine Profile dieses Programms.</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation>Eine neuere Version dieses Programms hat diese Datei geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation>Nichts wurde importiert. Eintrag %1: %2</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>Unbekanntes Zertifikat</translation>
    </message>
    <message>
        <source>Certificate Changed</source>
        <translation>Zertifikat geändert</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>Für das Zertifikat von %1 bürgt keine bekannte Stelle. Fahren Sie nur fort, wenn der Fingerabdruck der ist, den Ihnen der Betreiber des Servers nennt; sonst liest vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that this computer remembers. If nobody has told you that the server gets a new one, somebody may be reading along: refuse, and ask the server&apos;s keeper for the fingerprint.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, das sich dieser Rechner gemerkt hat. Hat Ihnen niemand gesagt, dass der Server ein neues bekommt, dann liest vielleicht jemand mit: Lehnen Sie ab, und fragen Sie den Betreiber des Servers nach dem Fingerabdruck.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256-Fingerabdruck:</translation>
    </message>
    <message>
        <source>Remembered one:</source>
        <translation>Gemerkter:</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Gültig ab:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Gültig bis:</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>Zweifelhaft, weil:</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>&amp;Einmal verbinden</translation>
    </message>
    <message>
        <source>Re&amp;member It</source>
        <translation>&amp;Merken</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>&amp;Ablehnen</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CommandSearch</name>
    <message>
        <source>Search for a Command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type some words of what you want to do</source>
        <translation>Geben Sie ein paar Worte dessen ein, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ConnectionView</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Look at the Certi&amp;ficate…</source>
        <translation>Zerti&amp;fikat ansehen …</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>CodeTogether-Konsole</translation>
    </message>
    <message>
        <source>No server yet.</source>
        <translation>Noch kein Server.</translation>
    </message>
    <message>
        <source>Add the server you look after: you need its address, and its user and password. A server that has just been installed tells them in its log.</source>
        <translation>Fügen Sie den Server hinzu, den Sie betreuen: Sie brauchen seine Adresse sowie Benutzer und Kennwort. Ein gerade installierter Server nennt sie in seinem Protokoll.</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>Server &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>There is no page %1.</source>
        <translation>Eine Seite %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 as %2 · version %3</source>
        <comment>state, user, version</comment>
        <translation>%1 als %2 · Version %3</translation>
    </message>
    <message>
        <source>%1 – CodeTogether Console</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>%1 – CodeTogether-Konsole</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>These pages have changes that are not saved: %1.
Do you want to lose them?</source>
        <translation>Diese Seiten haben Änderungen, die nicht gespeichert sind: %1.
Möchten Sie sie verlieren?</translation>
    </message>
    <message>
        <source>Remove a Server</source>
        <translation>Server entfernen</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its password is forgotten on this computer. Nothing changes on the server.</source>
        <translation>%1 wird von der Liste genommen, und sein Kennwort wird auf diesem Rechner vergessen. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>Server &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>C&amp;hange Server…</source>
        <translation>Server ä&amp;ndern …</translation>
    </message>
    <message>
        <source>&amp;Remove Server…</source>
        <translation>Server &amp;entfernen …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>S&amp;eite</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Ak&amp;tualisieren</translation>
    </message>
    <message>
        <source>Search for a &amp;Command…</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>Go to the List of &amp;Servers</source>
        <translation>Zur Liste der Se&amp;rver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About This Program</source>
        <translation>Ü&amp;ber dieses Programm</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Show the List of Servers</source>
        <translation>Liste der Server zeigen</translation>
    </message>
    <message>
        <source>About This Program</source>
        <translation>Über dieses Programm</translation>
    </message>
    <message>
        <source>CodeTogether Console %1
Looks after CodeTogether edge servers.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>CodeTogether-Konsole %1
Betreut CodeTogether-Edge-Server.
Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>&amp;Import Servers…</source>
        <translation>Server &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export Servers…</source>
        <translation>Server e&amp;xportieren …</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerDialog</name>
    <message>
        <source>&amp;Add and Connect</source>
        <translation>&amp;Hinzufügen und verbinden</translation>
    </message>
    <message>
        <source>Add a Server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>The address, if empty</source>
        <translation>Wenn leer, die Adresse</translation>
    </message>
    <message>
        <source>Asked for when signing in, if empty</source>
        <translation>Wenn leer, wird beim Anmelden danach gefragt</translation>
    </message>
    <message>
        <source>&amp;Server address:</source>
        <translation>&amp;Serveradresse:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>Change a Server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerFiles</name>
    <message>
        <source>Import Servers</source>
        <translation>Server importieren</translation>
    </message>
    <message>
        <source>Lists of servers (*.json)</source>
        <translation>Serverlisten (*.json)</translation>
    </message>
    <message>
        <source>Export Servers</source>
        <translation>Server exportieren</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Diese Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>%n Server hinzugefügt</numerusform>
            <numerusform>%n Server hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n war schon da</numerusform>
            <numerusform>%n waren schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>The servers are in %1, without passwords.</source>
        <translation>Die Server sind in %1, ohne Kennwörter.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerKeeper</name>
    <message>
        <source>Not remembered on this computer: there is no unlocked keychain. It is kept until this program ends.</source>
        <translation>Auf diesem Rechner nicht gemerkt: Es gibt keinen entsperrten Schlüsselbund. Es bleibt, bis dieses Programm endet.</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerList</name>
    <message>
        <source>Servers and their pages</source>
        <translation>Server und ihre Seiten</translation>
    </message>
</context>
<context>
    <name>ct::console::app::SignInPanel</name>
    <message>
        <source>Sign in with an &amp;API token</source>
        <translation>Mit einem &amp;API-Token anmelden</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>Auf diesem Rechner &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Geben Sie das Token ein.</translation>
    </message>
    <message>
        <source>Enter user and password.</source>
        <translation>Geben Sie Benutzer und Kennwort ein.</translation>
    </message>
</context>
<context>
    <name>ct::console::models::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Von wo</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>ct::console::models::BanModel</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>jeder Sitzung</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>zu ihrem Ende</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Erkannt an</translation>
    </message>
    <message>
        <source>Kept out of</source>
        <translation>Ausgesperrt aus</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Banned by</source>
        <translation>Ausgesperrt von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>ct::console::models::LockoutModel</name>
    <message>
        <source>signing in to sessions</source>
        <translation>Anmeldung zu Sitzungen</translation>
    </message>
    <message>
        <source>dashboard and console</source>
        <translation>Dashboard und Konsole</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Locked out of</source>
        <translation>Gesperrt für</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>ct::console::models::PackageModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Knows this server</source>
        <translation>Kennt diesen Server</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SessionModel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln Teilnehmer</numerusform>
            <numerusform>%Ln Teilnehmer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <extracomment>%1 is a name, %2 an e-mail address</extracomment>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting for it to come back</source>
        <translation>Wartet auf Rückkehr</translation>
    </message>
    <message>
        <source>Session / Participant</source>
        <translation>Sitzung / Teilnehmer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SettingModel</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <source>flag of the command line</source>
        <translation>Schalter der Befehlszeile</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
</context>
<context>
    <name>ct::console::models::TokenModel</name>
    <message>
        <source>expired on %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>nur Lesen</translation>
    </message>
    <message>
        <source>reading and changing</source>
        <translation>Lesen und Ändern</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gut für</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AlarmList</name>
    <message>
        <source>Records</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Audit to syslog</source>
        <translation>Audit an Syslog</translation>
    </message>
    <message>
        <source>Audit to the webhook</source>
        <translation>Audit an den Webhook</translation>
    </message>
    <message>
        <source>Audit retention</source>
        <translation>Aufbewahrung des Audits</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of the server, %2 what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: near or over the limit, %2</source>
        <translation>%1: nahe an oder über der Grenze, %2</translation>
    </message>
    <message>
        <source>Nothing needs to be seen to.</source>
        <translation>Nichts braucht Aufmerksamkeit.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditFilter</name>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Tage:</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What administrators did</source>
        <translation>Was Administratoren taten</translation>
    </message>
    <message>
        <source>Sign-ins of administrators</source>
        <translation>Anmeldungen von Administratoren</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Logins</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>Der Server selbst</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>Entries are chained: Verify finds any that was changed or removed.</source>
        <translation>Einträge sind verkettet: Prüfen findet jeden, der geändert oder entfernt wurde.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Sign-ins, sessions and changes appear here once there are any.</source>
        <translation>Anmeldungen, Sitzungen und Änderungen erscheinen hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation>Kein Eintrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Show everything, or choose other days, people or things.</source>
        <translation>Zeigen Sie alles, oder wählen Sie andere Tage, Personen oder Dinge.</translation>
    </message>
    <message>
        <source>&amp;Show Everything</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Checking the entries…</source>
        <translation>Prüft die Einträge …</translation>
    </message>
    <message>
        <source>The entries could not be checked.</source>
        <translation>Die Einträge konnten nicht geprüft werden.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>Der %Ln Eintrag ist so, wie er geschrieben wurde.</numerusform>
            <numerusform>Alle %Ln Einträge sind so, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed the entries: %1</source>
        <translation>Jemand hat die Einträge geändert: %1</translation>
    </message>
    <message>
        <source>Those up to number %1 were purged on %2, as the settings have it.</source>
        <extracomment>%1 is the number of an entry, %2 a date</extracomment>
        <translation>Die bis Nummer %1 wurden am %2 gelöscht, wie es die Einstellungen vorsehen.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.ndjson)</source>
        <translation>JSON-Zeilen (*.ndjson)</translation>
    </message>
    <message>
        <source>Export Audit</source>
        <translation>Audit exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>%Ln Eintrag exportiert.</numerusform>
            <numerusform>%Ln Einträge exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BanDialog</name>
    <message>
        <source>By their &amp;account</source>
        <extracomment>the account that somebody has signed in with</extracomment>
        <translation>Nach ihrem &amp;Konto</translation>
    </message>
    <message>
        <source>By their a&amp;ddress %1</source>
        <extracomment>%1 is the address</extracomment>
        <translation>Nach ihrer A&amp;dresse %1</translation>
    </message>
    <message>
        <source>From this &amp;session, until it ends</source>
        <translation>Aus dieser &amp;Sitzung, bis sie endet</translation>
    </message>
    <message>
        <source>From e&amp;very session, for</source>
        <translation>Aus &amp;jeder Sitzung, für</translation>
    </message>
    <message>
        <source>Ban a Participant</source>
        <translation>Einen Teilnehmer aussperren</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>Wer ausgesperrt wird</translation>
    </message>
    <message>
        <source>From what, and for how long</source>
        <translation>Woraus, und für wie lange</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>&amp;Aussperren</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Einheit der Zeit</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>%1 is taken out and told so, and cannot come back to this session with the same account until it ends. The others go on.</source>
        <translation>%1 wird herausgenommen und erfährt es und kann mit demselben Konto nicht in diese Sitzung zurück, bis sie endet. Die anderen machen weiter.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 but the host is taken out and told so, %2 among them, and cannot come back to this session until it ends.</source>
        <translation>Alle an der Adresse %1 außer dem Host werden herausgenommen und erfahren es, auch %2, und können nicht in diese Sitzung zurück, bis sie endet.</translation>
    </message>
    <message>
        <source>%1 is taken out of every session of this server and told so, and cannot join any with the same account until %2.</source>
        <translation>%1 wird aus jeder Sitzung dieses Servers herausgenommen und erfährt es und kann bis %2 mit demselben Konto keiner beitreten.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 is taken out of every session of this server and told so, %2 among them, and cannot join any until %3. Sessions that are shared from there go on.</source>
        <translation>Alle an der Adresse %1 werden aus jeder Sitzung dieses Servers herausgenommen und erfahren es, auch %2, und können bis %3 keiner beitreten. Sitzungen, die von dort geteilt werden, gehen weiter.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BansBox</name>
    <message>
        <source>Kept out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>&amp;Let In Again…</source>
        <translation>&amp;Wieder einlassen …</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>Wer ausgesperrt wird</translation>
    </message>
    <message>
        <source>Let In Again</source>
        <translation>Wieder einlassen</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then join sessions of this server as everybody does.</source>
        <translation>%1 wieder einlassen? Die Person kann dann Sitzungen dieses Servers beitreten wie alle anderen.</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then ask the host of the session to join it, as everybody does.</source>
        <translation>%1 wieder einlassen? Die Person kann dann den Host der Sitzung bitten, ihr beizutreten, wie alle anderen.</translation>
    </message>
    <message>
        <source>&amp;Let In</source>
        <translation>&amp;Einlassen</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 darf wieder herein.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message>
        <source>&amp;Read Certificate Anew</source>
        <translation>Zertifikat neu &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Good for:</source>
        <translation>Gilt für:</translation>
    </message>
    <message>
        <source>Good from:</source>
        <translation>Gültig ab:</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>Gültig bis:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256-Fingerabdruck:</translation>
    </message>
    <message>
        <source>After its files were replaced, the server reads them anew by itself at its next reload, or now. New connections get the new one; sessions go on.</source>
        <translation>Sind seine Dateien ersetzt, liest der Server sie beim nächsten Neuladen oder jetzt neu ein. Neue Verbindungen bekommen das neue; Sitzungen gehen weiter.</translation>
    </message>
    <message>
        <source>itself: no authority vouches for it</source>
        <translation>sich selbst: Keine Stelle bürgt dafür</translation>
    </message>
    <message>
        <source>It is not good yet: browsers and editors refuse it.</source>
        <translation>Es gilt noch nicht: Browser und Editoren lehnen es ab.</translation>
    </message>
    <message>
        <source>It has ended: browsers and editors refuse it.</source>
        <translation>Es ist abgelaufen: Browser und Editoren lehnen es ab.</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>Es endet in %n Tag: Besorgen Sie ein neues.</numerusform>
            <numerusform>Es endet in %n Tagen: Besorgen Sie ein neues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>Es gilt noch %Ln Tag.</numerusform>
            <numerusform>Es gilt noch %Ln Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was read anew.</source>
        <translation>Das Zertifikat wurde neu gelesen.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ConfigurationPage</name>
    <message>
        <source>&amp;Only what is set</source>
        <translation>&amp;Nur Gesetztes</translation>
    </message>
    <message>
        <source>&amp;Read Settings Anew</source>
        <translation>Einstellungen neu &amp;lesen</translation>
    </message>
    <message>
        <source>Search settings, values and explanations</source>
        <translation>Einstellungen, Werte und Erklärungen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings are changed where they come from. Reading them anew ends no session.</source>
        <translation>Einstellungen werden dort geändert, wo sie herkommen. Sie neu zu lesen beendet keine Sitzung.</translation>
    </message>
    <message>
        <source>Choose a setting to read what it is for.</source>
        <translation>Wählen Sie eine Einstellung, um zu lesen, wofür sie ist.</translation>
    </message>
    <message>
        <source>It is a secret, so its value is not shown.</source>
        <translation>Sie ist geheim, daher wird ihr Wert nicht gezeigt.</translation>
    </message>
    <message>
        <source>A change counts from the next start on.</source>
        <translation>Eine Änderung gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>A change counts once the settings are read anew.</source>
        <translation>Eine Änderung gilt, sobald die Einstellungen neu gelesen sind.</translation>
    </message>
    <message>
        <source>Nothing has changed, since the settings are wrong:</source>
        <translation>Nichts hat sich geändert, denn die Einstellungen sind falsch:</translation>
    </message>
    <message>
        <source>Read. No setting is another one.</source>
        <translation>Gelesen. Keine Einstellung ist eine andere.</translation>
    </message>
    <message>
        <source>These count from now on: %1</source>
        <translation>Von jetzt an gelten: %1</translation>
    </message>
    <message>
        <source>These wait for a restart: %1</source>
        <translation>Diese warten auf einen Neustart: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Kennwort</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>Neues &amp;Kennwort:</translation>
    </message>
    <message>
        <source>Strength of the password</source>
        <translation>Stärke des Kennworts</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Stärke:</translation>
    </message>
    <message>
        <source>&amp;Repeat it:</source>
        <translation>&amp;Wiederholen:</translation>
    </message>
    <message>
        <source>The server has made the present password at its start and told it in its log. The next start makes another one: set one of your own.</source>
        <translation>Der Server hat das jetzige Kennwort bei seinem Start gemacht und in seinem Protokoll genannt. Der nächste Start macht ein anderes: Setzen Sie ein eigenes.</translation>
    </message>
    <message>
        <source>The server keeps the present ones; they were set by an administrator.</source>
        <translation>Der Server bewahrt die jetzigen auf; ein Administrator hat sie gesetzt.</translation>
    </message>
    <message>
        <source>The server&apos;s environment has the present ones (%1). They can be changed there only.</source>
        <translation>Die Umgebung des Servers hat die jetzigen (%1). Sie können nur dort geändert werden.</translation>
    </message>
    <message>
        <source>A user is needed.</source>
        <translation>Ein Benutzer wird gebraucht.</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon.</source>
        <translation>Ein Benutzername hat keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>A new user needs a password, too.</source>
        <translation>Ein neuer Benutzer braucht auch ein Kennwort.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen wird gebraucht.</numerusform>
            <numerusform>Mindestens %n Zeichen werden gebraucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Das Kennwort ist zu lang.</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>Das ist nicht dasselbe.</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsPage</name>
    <message>
        <source>User and password are changed.</source>
        <translation>Benutzer und Kennwort sind geändert.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>ein anderes</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>das von Ihnen eingegebene</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Zustand:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>Läuft seit:</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>Prozess:</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>Bereit: nimmt neue Sitzungen an</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>Startet: nimmt noch keine Sitzungen an</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>Läuft aus: laufende Sitzungen gehen weiter, neue werden abgelehnt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>needs to be seen to</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>days and hours, or hours and minutes</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>%1 is a part of the server</extracomment>
        <translation>%1:</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceHistory</name>
    <message>
        <source>How it was</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Seats used in 30 days</source>
        <translation>Belegte Plätze in 30 Tagen</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>Belegte Plätze</translation>
    </message>
    <message>
        <source>Limit of the licence</source>
        <translation>Grenze der Lizenz</translation>
    </message>
    <message>
        <source>Changes of the licence</source>
        <translation>Änderungen der Lizenz</translation>
    </message>
    <message>
        <source>&amp;Seats of 30 Days</source>
        <translation>&amp;Plätze in 30 Tagen</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>Än&amp;derungen</translation>
    </message>
    <message>
        <source>Nobody has changed the licence yet.</source>
        <translation>Noch hat niemand die Lizenz geändert.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceInstaller</name>
    <message>
        <source>Install another licence</source>
        <translation>Eine andere Lizenz installieren</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>The new licence</source>
        <translation>Die neue Lizenz</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and CT_SIGNATURE=…</source>
        <translation>Fügen Sie die Lizenz hier ein, oder ziehen Sie ihre Datei hierher: Zeilen wie CT_LICENSEE=… und CT_SIGNATURE=…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>No licence can be found in this text.</source>
        <translation>In diesem Text ist keine Lizenz zu finden.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>Lizenznehmer</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>Locator</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Open Licence</source>
        <translation>Lizenz öffnen</translation>
    </message>
    <message>
        <source>Licences (*.properties *.txt *.lic)</source>
        <translation>Lizenzen (*.properties *.txt *.lic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Diese Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This file is too large for a licence.</source>
        <translation>Diese Datei ist zu groß für eine Lizenz.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicencePage</name>
    <message>
        <source>The licence is installed and in force.</source>
        <translation>Die Lizenz ist installiert und in Kraft.</translation>
    </message>
    <message>
        <source>Somebody else has changed the licence meanwhile. Look at what is in force now, and decide again.</source>
        <translation>Jemand anders hat die Lizenz inzwischen geändert. Sehen Sie sich an, was jetzt in Kraft ist, und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>Remove Licence</source>
        <translation>Lizenz entfernen</translation>
    </message>
    <message>
        <source>Remove the licence? Sessions go on; how many people can come is then what the server gives without one.</source>
        <translation>Die Lizenz entfernen? Sitzungen gehen weiter; wie viele Leute kommen können, bestimmt dann, was der Server ohne Lizenz gibt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>The licence is removed.</source>
        <translation>Die Lizenz ist entfernt.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceView</name>
    <message>
        <source>Licence in force</source>
        <translation>Lizenz in Kraft</translation>
    </message>
    <message>
        <source>&amp;Remove Licence…</source>
        <translation>Lizenz &amp;entfernen …</translation>
    </message>
    <message>
        <source>Licensee:</source>
        <translation>Lizenznehmer:</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Verbindungen:</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>Letzter Tag:</translation>
    </message>
    <message>
        <source>Locator:</source>
        <translation>Locator:</translation>
    </message>
    <message>
        <source>Seats:</source>
        <translation>Plätze:</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>Prüfungen:</translation>
    </message>
    <message>
        <source>The server&apos;s settings have it (CT_LICENSEE and its companions). It can be changed there only.</source>
        <translation>Die Einstellungen des Servers haben sie (CT_LICENSEE und Begleiter). Sie kann nur dort geändert werden.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LockoutsBox</name>
    <message>
        <source>Locked addresses</source>
        <translation>Gesperrte Adressen</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>En&amp;tsperren</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 darf es wieder versuchen.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogView</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>Vo&amp;rige</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Jede Zeile</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>Informationen und Ernsteres</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>Vom anderen Ende her</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogsPage</name>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Herunterladen …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>&amp;Protokoll:</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>Es gibt keine Protokolle.</translation>
    </message>
    <message>
        <source>The server writes them to CT_LOG_DIR once there is something to say.</source>
        <translation>Der Server schreibt sie nach CT_LOG_DIR, sobald es etwas zu sagen gibt.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Download Log</source>
        <translation>Protokoll herunterladen</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>Das Protokoll ist in %1.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricTile</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, part of the limit</source>
        <translation>%1, Anteil an der Grenze</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Benutzer online</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Connections in sessions</source>
        <translation>Verbindungen in Sitzungen</translation>
    </message>
    <message>
        <source>Server lag</source>
        <translation>Verzögerung des Servers</translation>
    </message>
    <message>
        <source>Sessions hosted so far</source>
        <translation>Bisherige Sitzungen</translation>
    </message>
    <message>
        <source>Clients downloaded so far</source>
        <translation>Bisherige Client-Downloads</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <extracomment>%1 is a number, or a time in milliseconds</extracomment>
        <translation>von höchstens %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsForm</name>
    <message>
        <source>StatsD and Prometheus</source>
        <translation>StatsD und Prometheus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Where metrics go</source>
        <translation>Wohin Metriken gehen</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Empty: the present one stays</source>
        <translation>Leer: das jetzige bleibt</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>&amp;Modus:</translation>
    </message>
    <message>
        <source>&amp;Protocol:</source>
        <translation>&amp;Protokoll:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>P&amp;refix:</source>
        <translation>P&amp;räfix:</translation>
    </message>
    <message>
        <source>To&amp;ken of scrapes:</source>
        <translation>To&amp;ken der Abfragen:</translation>
    </message>
    <message>
        <source>The server&apos;s settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can be changed there only.</source>
        <translation>Die Einstellungen des Servers haben alles davon (CT_METRICS_… und CT_PROMETHEUS_…). Es kann nur dort geändert werden.</translation>
    </message>
    <message>
        <source>The server&apos;s settings have some of it: those fields can be changed there only.</source>
        <translation>Die Einstellungen des Servers haben einen Teil davon: Diese Felder können nur dort geändert werden.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Token of scrapes</source>
        <translation>Token der Abfragen</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>das von Ihnen eingegebene</translation>
    </message>
    <message>
        <source>Where shall metrics be sent?</source>
        <translation>Wohin sollen Metriken gesendet werden?</translation>
    </message>
    <message>
        <source>This is no name or address of a computer, such as metrics.example.com.</source>
        <translation>Das ist kein Name und keine Adresse eines Rechners, wie etwa metrics.example.com.</translation>
    </message>
    <message>
        <source>A prefix is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>Ein Präfix besteht aus Buchstaben, Ziffern, Punkten, Binde- und Unterstrichen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is StatsD or Prometheus, %2 what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A token has at least 16 letters of ASCII and no spaces.</source>
        <translation>Ein Token hat mindestens 16 ASCII-Zeichen und keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Re&amp;move the present token: whoever reaches the server may scrape then</source>
        <translation>Das jetzige Token entfer&amp;nen: Wer den Server erreicht, darf dann abfragen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPage</name>
    <message>
        <source>The metrics integration is in force.</source>
        <translation>Die Metrik-Anbindung ist in Kraft.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message>
        <source>What is told</source>
        <translation>Was gemeldet wird</translation>
    </message>
    <message>
        <source>To StatsD</source>
        <translation>An StatsD</translation>
    </message>
    <message>
        <source>To a scrape of Prometheus</source>
        <translation>An eine Abfrage von Prometheus</translation>
    </message>
    <message>
        <source>Copy Scrape &amp;Configuration</source>
        <translation>Abfrage-&amp;Konfiguration kopieren</translation>
    </message>
    <message>
        <source>Copy Grafana &amp;Dashboard</source>
        <translation>Grafana-&amp;Dashboard kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>%Ln Paket seit dem Start gesendet</numerusform>
            <numerusform>%Ln Pakete seit dem Start gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln konnte nicht gesendet werden</numerusform>
            <numerusform>%Ln konnten nicht gesendet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>StatsD: %1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>StatsD: %1, %2.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::OverviewPage</name>
    <message>
        <source>Users, sessions and connections now</source>
        <translation>Benutzer, Sitzungen und Verbindungen jetzt</translation>
    </message>
    <message>
        <source>Server lag now</source>
        <translation>Verzögerung des Servers jetzt</translation>
    </message>
    <message>
        <source>Server lag in ms</source>
        <translation>Verzögerung des Servers in ms</translation>
    </message>
    <message>
        <source>Users and sessions of 30 days</source>
        <translation>Benutzer und Sitzungen aus 30 Tagen</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Benutzer online</translation>
    </message>
    <message>
        <source>Users in sessions</source>
        <translation>Benutzer in Sitzungen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Jetzt</translation>
    </message>
    <message>
        <source>La&amp;g</source>
        <translation>&amp;Verzögerung</translation>
    </message>
    <message>
        <source>&amp;30 Days</source>
        <translation>&amp;30 Tage</translation>
    </message>
    <message>
        <source>Recent Acti&amp;vity</source>
        <translation>Letzte A&amp;ktivität</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackageUploads</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>How much of the package has been sent</source>
        <translation>Wie viel vom Paket gesendet ist</translation>
    </message>
    <message>
        <source>It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains&apos; IDEs.</source>
        <translation>Es ist weder eine .vsix für VS Code noch die .zip eines Plug-ins für JetBrains-IDEs.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Diese Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This server takes no packages.</source>
        <translation>Dieser Server nimmt keine Pakete an.</translation>
    </message>
    <message>
        <source>It is bigger than the server takes (%1).</source>
        <extracomment>%1 is a size such as 256 MiB</extracomment>
        <translation>Es ist größer, als der Server annimmt (%1).</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 wird gesendet</translation>
    </message>
    <message>
        <source>%1 is offered now.</source>
        <translation>%1 wird jetzt angeboten.</translation>
    </message>
    <message>
        <source>The server checks %1</source>
        <translation>Der Server prüft %1</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>%1 wurde nicht angenommen. %2</translation>
    </message>
    <message>
        <source>%1 was not sent to its end, and the server keeps nothing of it.</source>
        <translation>%1 wurde nicht zu Ende gesendet, und der Server behält nichts davon.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackagesPage</name>
    <message>
        <source>Copy &amp;Link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>&amp;Prüfsumme kopieren</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Choose a package above</source>
        <translation>Wählen Sie oben ein Paket</translation>
    </message>
    <message>
        <source>Download link:</source>
        <translation>Download-Link:</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>Downloads ever:</source>
        <translation>Downloads insgesamt:</translation>
    </message>
    <message>
        <source>This server offers no packages.</source>
        <translation>Dieser Server bietet keine Pakete an.</translation>
    </message>
    <message>
        <source>Its setting CT_NOCLIENTS says so. Change it there, and restart the server.</source>
        <translation>Seine Einstellung CT_NOCLIENTS sagt das. Ändern Sie sie dort, und starten Sie den Server neu.</translation>
    </message>
    <message>
        <source>There are no packages for IDEs yet.</source>
        <translation>Es gibt noch keine Pakete für IDEs.</translation>
    </message>
    <message>
        <source>Put a .vsix into the folder vscode, or a JetBrains plugin&apos;s .zip into intellij, of the server&apos;s folder CT_CLIENTS_DIR. Seconds later it is offered at /clients.</source>
        <translation>Legen Sie eine .vsix in den Ordner vscode oder die .zip eines JetBrains-Plugins in den Ordner intellij des Serverordners CT_CLIENTS_DIR. Sekunden später wird sie unter /clients angeboten.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an IDE, %2 how often its packages were downloaded</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Eclipse update site of version %1</source>
        <translation>Eclipse-Update-Site der Version %1</translation>
    </message>
    <message>
        <source>&amp;Upload Packages…</source>
        <translation>Pakete &amp;hochladen …</translation>
    </message>
    <message>
        <source>&amp;Remove Package…</source>
        <translation>Paket &amp;entfernen …</translation>
    </message>
    <message>
        <source>%1 %2 is offered now.</source>
        <translation>%1 %2 wird jetzt angeboten.</translation>
    </message>
    <message>
        <source>Or drop files here: a .vsix for VS Code, a plugin&apos;s .zip for JetBrains&apos; IDEs.</source>
        <translation>Oder Dateien hier ablegen: eine .vsix für VS Code, die .zip eines Plug-ins für JetBrains-IDEs.</translation>
    </message>
    <message>
        <source>Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains&apos; IDEs: it is offered at /clients at once.</source>
        <translation>Legen Sie hier eine .vsix für VS Code oder die .zip eines Plug-ins für JetBrains-IDEs ab: Sie wird sofort unter /clients angeboten.</translation>
    </message>
    <message>
        <source>Upload Packages</source>
        <translation>Pakete hochladen</translation>
    </message>
    <message>
        <source>Packages (*.vsix *.zip)</source>
        <translation>Pakete (*.vsix *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove Package</source>
        <translation>Paket entfernen</translation>
    </message>
    <message>
        <source>Remove %1 %2 for %3? Its file %4 is deleted from the server&apos;s folder, and its download link leads nowhere then. Whoever has installed it keeps it.</source>
        <translation>%1 %2 für %3 entfernen? Die Datei %4 wird aus dem Ordner des Servers gelöscht, und der Download-Link führt dann ins Leere. Wer es installiert hat, behält es.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1 %2 is removed.</source>
        <translation>%1 %2 ist entfernt.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::Page</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Fragt den Server …</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message>
        <source>Filter by name, client or address</source>
        <translation>Nach Name, Client oder Adresse filtern</translation>
    </message>
    <message>
        <source>Filter sessions and participants</source>
        <translation>Sitzungen und Teilnehmer filtern</translation>
    </message>
    <message>
        <source>Sessions and their participants</source>
        <translation>Sitzungen und ihre Teilnehmer</translation>
    </message>
    <message>
        <source>Nobody works together right now.</source>
        <translation>Gerade arbeitet niemand zusammen.</translation>
    </message>
    <message>
        <source>A session appears here as soon as somebody shares a workspace in an IDE whose client knows this server.</source>
        <translation>Eine Sitzung erscheint hier, sobald jemand in einer IDE, deren Client diesen Server kennt, einen Arbeitsbereich teilt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Participant…</source>
        <translation>Teilnehmer &amp;entfernen …</translation>
    </message>
    <message>
        <source>&amp;End Session…</source>
        <translation>Sitzung &amp;beenden …</translation>
    </message>
    <message>
        <source>%1 is removed from the session and told so. The others go on. They may ask the host to let them in again.</source>
        <translation>%1 wird aus der Sitzung entfernt und erfährt es. Die anderen machen weiter. Die Person kann den Host bitten, sie wieder einzulassen.</translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>Die Sitzung endet für %n Teilnehmer, den Host eingeschlossen. Niemand verliert Dateien: Der Arbeitsbereich gehört dem Host. Eine neue Sitzung kann begonnen werden.</numerusform>
            <numerusform>Die Sitzung endet für alle %n Teilnehmer, den Host eingeschlossen. Niemand verliert Dateien: Der Arbeitsbereich gehört dem Host. Eine neue Sitzung kann begonnen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a Participant</source>
        <translation>Teilnehmer entfernen</translation>
    </message>
    <message>
        <source>End a Session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>Sitzung &amp;beenden</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>%1 has been removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>&amp;Aussperren …</translation>
    </message>
    <message>
        <source>%1 is kept out.</source>
        <translation>%1 ist ausgesperrt.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::TokensBox</name>
    <message>
        <source>API tokens</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>Token &amp;erstellen</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind the number of a spin box</comment>
        <translation> Tage</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
    </message>
    <message>
        <source>&amp;New token:</source>
        <translation>&amp;Neues Token:</translation>
    </message>
    <message>
        <source>How many days it is good for</source>
        <translation>Wie viele Tage es gilt</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Das neue Token</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>&amp;I Have It</source>
        <translation>&amp;Ich habe es</translation>
    </message>
    <message>
        <source>This is the token “%1”. Copy it now: it is not shown again.</source>
        <translation>Das ist das Token „%1“. Kopieren Sie es jetzt: Es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Revoke Token</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused from then on.</source>
        <translation>„%1“ widerrufen? Programme, die es benutzen, werden von da an abgewiesen.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>The token is revoked.</source>
        <translation>Das Token ist widerrufen.</translation>
    </message>
    <message>
        <source>There is no token yet. Give one a name below and make it.</source>
        <translation>Es gibt noch kein Token. Geben Sie unten einen Namen ein und erstellen Sie eines.</translation>
    </message>
    <message>
        <source>Programs show a token instead of user and password. It can do what you can, but make no further tokens and change no password; one for reading only changes nothing.</source>
        <translation>Programme zeigen ein Token statt Benutzer und Kennwort. Es kann, was Sie können, aber keine weiteren Token erstellen und kein Kennwort ändern; eines nur zum Lesen ändert nichts.</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>nur zum Lesen</translation>
    </message>
    <message>
        <source>for reading and changing</source>
        <translation>zum Lesen und Ändern</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>Wofür es gut ist</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::ComparisonDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Save &amp;Mine</source>
        <translation>&amp;Meines speichern</translation>
    </message>
    <message>
        <source>Take the &amp;Server&apos;s</source>
        <translation>Das des &amp;Servers nehmen</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you looked. Nothing was saved yet: compare, and decide which shall count.</source>
        <translation>Jemand anders hat das geändert, seit Sie nachgesehen haben. Noch ist nichts gespeichert: Vergleichen Sie, und entscheiden Sie, was gelten soll.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Was Sie eingegeben haben</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::PasswordEdit</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::TimeChart</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Show as a &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>There are no figures yet. They are gathered while the server runs.</source>
        <translation>Es gibt noch keine Zahlen. Sie werden gesammelt, während der Server läuft.</translation>
    </message>
</context>
</TS>
