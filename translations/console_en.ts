<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>There is no computer of that name. Check the address.</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>Nothing listens at that address and port. Is the server running?</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>The server did not answer in time. Check the address and the network between.</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>The connection was closed without an answer. Does the port expect https:// or http://?</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>No secure connection could be made. If this port has no TLS, write http:// before the address.</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>Something answers there, but not as an Open Collaboration server does. Check port and path.</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>The server is too busy to answer. Try again in a moment.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>The server could not be reached.</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>CodeTogether Console</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>Unknown Certificate</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 fingerprint:</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Made out to:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Valid until:</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>In doubt because:</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>Connect &amp;Once</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>&amp;Refuse</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ServerPage</name>
    <message>
        <source>&amp;Server address:</source>
        <translation>&amp;Server address:</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Asking the server</translation>
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
        <translation>Protocol version:</translation>
    </message>
    <message>
        <source>Transports:</source>
        <translation>Transports:</translation>
    </message>
    <message>
        <source>Health:</source>
        <translation>Health:</translation>
    </message>
    <message>
        <source>Asked at:</source>
        <translation>Asked at:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Connect</translation>
    </message>
    <message>
        <source>Unknown: this server does not tell its health</source>
        <translation>Unknown: this server does not tell its health</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>Ready: takes new sessions</translation>
    </message>
    <message>
        <source>Not connected: the certificate was refused.</source>
        <translation>Not connected: the certificate was refused.</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>Running since:</source>
        <translation>Running since:</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>Starting: takes no sessions yet</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>Draining: running sessions go on, new ones are refused</translation>
    </message>
</context>
</TS>
