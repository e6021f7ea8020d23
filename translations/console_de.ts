<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>Das ist keine Serveradresse. Sie sieht aus wie https://edge.example.org oder http://localhost:1080, ohne Benutzer und Kennwort.</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>CodeTogether-Konsole</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>Unbekanntes Zertifikat</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>Für das Zertifikat von %1 bürgt keine bekannte Stelle. Fahren Sie nur fort, wenn der Fingerabdruck der ist, den Ihnen der Betreiber des Servers nennt; sonst liest vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256-Fingerabdruck:</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Ausgestellt auf:</translation>
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
        <source>&amp;Refuse</source>
        <translation>&amp;Ablehnen</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ServerPage</name>
    <message>
        <source>&amp;Server address:</source>
        <translation>&amp;Serveradresse:</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Protocol version:</source>
        <translation>Protokollversion:</translation>
    </message>
    <message>
        <source>Transports:</source>
        <translation>Transporte:</translation>
    </message>
    <message>
        <source>Health:</source>
        <translation>Zustand:</translation>
    </message>
    <message>
        <source>Asked at:</source>
        <translation>Gefragt um:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Unknown: this server does not tell its health</source>
        <translation>Unbekannt: dieser Server nennt seinen Zustand nicht</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>Bereit: nimmt neue Sitzungen an</translation>
    </message>
    <message>
        <source>Not connected: the certificate was refused.</source>
        <translation>Nicht verbunden: das Zertifikat wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>Running since:</source>
        <translation>Läuft seit:</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>Startet: nimmt noch keine Sitzungen an</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>Läuft aus: laufende Sitzungen gehen weiter, neue werden abgelehnt</translation>
    </message>
</context>
</TS>
