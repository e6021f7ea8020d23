<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>Certificado desconocido</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>Certificado cambiado</translation>
    </message>
    <message>
        <source>No admin API</source>
        <translation>Sin API de administración</translation>
    </message>
    <message>
        <source>Server too old</source>
        <translation>Servidor demasiado antiguo</translation>
    </message>
    <message>
        <source>Server too new</source>
        <translation>Servidor demasiado nuevo</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Hay que iniciar sesión</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Sin conexión con %1.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Look at it before you go on.</source>
        <translation>Ninguna autoridad conocida avala el certificado de %1. Examínelo antes de continuar.</translation>
    </message>
    <message>
        <source>Stopped: %1 shows another certificate than the one you told this computer to remember. Somebody may be reading along, or the server got a new certificate.</source>
        <translation>Detenido: %1 muestra un certificado distinto del que este equipo debía recordar. Puede que alguien esté leyendo la comunicación o que el servidor tenga un certificado nuevo.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CodeTogether edge server with an admin API does. Check port and path.</source>
        <translation>%1 responde, pero no como un servidor CodeTogether edge con API de administración. Compruebe el puerto y la ruta.</translation>
    </message>
    <message>
        <source>The server %1 is older than this console understands. Update the server.</source>
        <translation>El servidor %1 es demasiado antiguo para esta consola. Actualice el servidor.</translation>
    </message>
    <message>
        <source>The server %1 is newer than this console understands. Update the console.</source>
        <translation>El servidor %1 es demasiado nuevo para esta consola. Actualice la consola.</translation>
    </message>
    <message>
        <source>Sign in to %1.</source>
        <translation>Inicie sesión en %1.</translation>
    </message>
    <message>
        <source>User and password, or the token, are not right. Try again.</source>
        <translation>El usuario y la contraseña, o el token, no son correctos. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Iniciando sesión en %1…</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Conectado con %1.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Reintentando…</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Próximo intento en %n segundo.</numerusform>
            <numerusform>Próximo intento en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>Ha habido demasiados intentos. Inténtelo de nuevo dentro de %n segundo.</numerusform>
            <numerusform>Ha habido demasiados intentos. Inténtelo de nuevo dentro de %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo server</source>
        <translation>Servidor de demostración</translation>
    </message>
    <message>
        <source>The demo does not do this</source>
        <translation>La demostración no hace esto</translation>
    </message>
    <message>
        <source>Connect to a server to try it.</source>
        <translation>Conéctese a un servidor para probarlo.</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>No hay ningún equipo con ese nombre. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>Nada escucha en esa dirección y puerto. ¿Está en marcha el servidor?</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>El servidor no respondió a tiempo. Compruebe la dirección y la red.</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>La conexión se cerró sin respuesta. ¿Espera el puerto https:// o http://?</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>No se pudo establecer una conexión segura. Si este puerto no usa TLS, escriba http:// delante de la dirección.</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>Algo responde allí, pero no como un servidor Open Collaboration. Compruebe el puerto y la ruta.</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>El servidor está demasiado ocupado para responder. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has to be looked at first.</source>
        <translation>Primero hay que examinar el certificado del servidor.</translation>
    </message>
    <message>
        <source>Passwords are sent to another computer over https:// only. Write https:// before the address.</source>
        <translation>Las contraseñas solo se envían a otro equipo por https://. Escriba https:// delante de la dirección.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too long to be shown.</source>
        <translation>La respuesta del servidor es demasiado larga para mostrarla.</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Sign in again.</source>
        <translation>No ha iniciado sesión o esta ha terminado. Vuelva a iniciarla.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>El servidor no lo permite.</translation>
    </message>
    <message>
        <source>The server does not know it, or no longer.</source>
        <translation>El servidor no lo conoce, o ya no.</translation>
    </message>
    <message>
        <source>This can&apos;t be done as things stand.</source>
        <translation>No es posible en el estado actual.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare before you save.</source>
        <translation>Otra persona lo ha cambiado entretanto. Compare antes de guardar.</translation>
    </message>
    <message>
        <source>The server did not take what was entered.</source>
        <translation>El servidor no ha aceptado lo introducido.</translation>
    </message>
    <message>
        <source>Something went wrong on the way to the server, or there.</source>
        <translation>Algo falló de camino al servidor o en él.</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>Esta no es una dirección de servidor. Tiene la forma https://edge.example.org o http://localhost:1080, sin usuario ni contraseña.</translation>
    </message>
    <message>
        <source>Your sign-in has ended because nobody was here for a while. Sign in again: what you have typed is still there.</source>
        <translation>Su sesión ha terminado porque no hubo nadie aquí durante un rato. Inicie sesión de nuevo: lo que ha escrito sigue ahí.</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>The server&apos;s clock has been set back: the licence does not count until it is right.</source>
        <translation>El reloj del servidor se ha atrasado: la licencia no cuenta hasta que sea correcto.</translation>
    </message>
    <message>
        <source>The licence is valid.</source>
        <translation>La licencia es válida.</translation>
    </message>
    <message>
        <source>The licence is valid, but ends soon. Ask for the next one.</source>
        <translation>La licencia es válida, pero termina pronto. Solicite la siguiente.</translation>
    </message>
    <message>
        <source>The licence has expired. Sessions go on with what the server gives without one.</source>
        <translation>La licencia ha caducado. Las sesiones continúan con lo que el servidor ofrece sin ella.</translation>
    </message>
    <message>
        <source>There is no licence: the server runs in community mode.</source>
        <translation>No hay licencia: el servidor funciona en modo comunidad.</translation>
    </message>
    <message>
        <source>The licence is not valid. Sessions go on with what the server gives without one.</source>
        <translation>La licencia no es válida. Las sesiones continúan con lo que el servidor ofrece sin ella.</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>terminó hace %n día</numerusform>
            <numerusform>terminó hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>termina hoy</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>queda %n día</numerusform>
            <numerusform>quedan %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>%Ln plaza ocupada, sin límite</numerusform>
            <numerusform>%Ln plazas ocupadas, sin límite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>%Ln de %1 plazas ocupada</numerusform>
            <numerusform>%Ln de %1 plazas ocupadas</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>Está completa</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>The number of connections can be read</source>
        <translation>El número de conexiones es legible</translation>
    </message>
    <message>
        <source>The number of connections can&apos;t be read</source>
        <translation>El número de conexiones no es legible</translation>
    </message>
    <message>
        <source>The last day can be read</source>
        <translation>El último día es legible</translation>
    </message>
    <message>
        <source>The last day can&apos;t be read</source>
        <translation>El último día no es legible</translation>
    </message>
    <message>
        <source>This server knows the issuer</source>
        <translation>Este servidor conoce al emisor</translation>
    </message>
    <message>
        <source>This server does not know the issuer</source>
        <translation>Este servidor no conoce al emisor</translation>
    </message>
    <message>
        <source>The signature fits</source>
        <translation>La firma es correcta</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>La firma no es correcta</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>sin límite</translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>%Ln a la vez</numerusform>
            <numerusform>%Ln a la vez</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>ninguno indicado</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>&amp;Credentials</source>
        <translation>&amp;Credenciales</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licencia</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Métricas</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>C&amp;ertificado</translation>
    </message>
    <message>
        <source>Client &amp;Packages</source>
        <translation>&amp;Paquetes de cliente</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Auditoría</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>Re&amp;gistros</translation>
    </message>
    <message>
        <source>Con&amp;figuration</source>
        <translation>Con&amp;figuración</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>E&amp;stado</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sesiones</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>Dé un nombre al perfil.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation>El nombre de usuario es demasiado largo.</translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation>La dirección no es la de un servidor. Tiene la forma https://edge.example.org.</translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation>El certificado recordado está dañado.</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>Hay demasiados perfiles.</translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation>No se puede escribir el archivo de configuración.</translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation>Este archivo es demasiado grande para perfiles.</translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation>Este archivo no contiene perfiles de este programa.</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation>Una versión más reciente de este programa escribió este archivo.</translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation>No se importó nada. Entrada %1: %2</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>Certificado desconocido</translation>
    </message>
    <message>
        <source>Certificate Changed</source>
        <translation>Certificado cambiado</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>Ninguna autoridad conocida avala el certificado de %1. Continúe solo si su huella es la que le indica el responsable del servidor; si no, puede que alguien esté leyendo la comunicación.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that this computer remembers. If nobody has told you that the server gets a new one, somebody may be reading along: refuse, and ask the server&apos;s keeper for the fingerprint.</source>
        <translation>%1 muestra un certificado distinto del que recuerda este equipo. Si nadie le ha avisado de que el servidor tendría uno nuevo, puede que alguien esté leyendo la comunicación: rechácelo y pida la huella al responsable del servidor.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Huella SHA-256:</translation>
    </message>
    <message>
        <source>Remembered one:</source>
        <translation>La recordada:</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Emitido para:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Emitido por:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Válido desde:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Válido hasta:</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>En duda porque:</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>Conectar &amp;una vez</translation>
    </message>
    <message>
        <source>Re&amp;member It</source>
        <translation>&amp;Recordarlo</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>Rec&amp;hazar</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CommandSearch</name>
    <message>
        <source>Search for a Command</source>
        <translation>Buscar una orden</translation>
    </message>
    <message>
        <source>Type some words of what you want to do</source>
        <translation>Escriba unas palabras de lo que quiere hacer</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Buscar una orden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ConnectionView</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Iniciar sesión en %1</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>Look at the Certi&amp;ficate…</source>
        <translation>Examinar el certi&amp;ficado…</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>I&amp;ntentar ahora</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>Consola de CodeTogether</translation>
    </message>
    <message>
        <source>No server yet.</source>
        <translation>Aún no hay ningún servidor.</translation>
    </message>
    <message>
        <source>Add the server you look after: you need its address, and its user and password. A server that has just been installed tells them in its log.</source>
        <translation>Añada el servidor que administra: necesita su dirección, su usuario y su contraseña. Un servidor recién instalado los indica en su registro.</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>&amp;Añadir un servidor…</translation>
    </message>
    <message>
        <source>There is no page %1.</source>
        <translation>No existe la página %1.</translation>
    </message>
    <message>
        <source>%1 as %2 · version %3</source>
        <comment>state, user, version</comment>
        <translation>%1 como %2 · versión %3</translation>
    </message>
    <message>
        <source>%1 – CodeTogether Console</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>%1 – Consola de CodeTogether</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>These pages have changes that are not saved: %1.
Do you want to lose them?</source>
        <translation>Estas páginas tienen cambios sin guardar: %1.
¿Quiere perderlos?</translation>
    </message>
    <message>
        <source>Remove a Server</source>
        <translation>Quitar un servidor</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its password is forgotten on this computer. Nothing changes on the server.</source>
        <translation>%1 se quita de la lista y su contraseña se olvida en este equipo. En el servidor no cambia nada.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>&amp;Añadir servidor…</translation>
    </message>
    <message>
        <source>C&amp;hange Server…</source>
        <translation>Ca&amp;mbiar servidor…</translation>
    </message>
    <message>
        <source>&amp;Remove Server…</source>
        <translation>&amp;Quitar servidor…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Desconectar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Página</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Ac&amp;tualizar</translation>
    </message>
    <message>
        <source>Search for a &amp;Command…</source>
        <translation>Buscar una &amp;orden…</translation>
    </message>
    <message>
        <source>Go to the List of &amp;Servers</source>
        <translation>Ir a la lista de &amp;servidores</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About This Program</source>
        <translation>&amp;Acerca de este programa</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Acerca de &amp;Qt</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Show the List of Servers</source>
        <translation>Mostrar la lista de servidores</translation>
    </message>
    <message>
        <source>About This Program</source>
        <translation>Acerca de este programa</translation>
    </message>
    <message>
        <source>CodeTogether Console %1
Looks after CodeTogether edge servers.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Consola de CodeTogether %1
Administra servidores CodeTogether edge.
Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>&amp;Import Servers…</source>
        <translation>&amp;Importar servidores…</translation>
    </message>
    <message>
        <source>&amp;Export Servers…</source>
        <translation>E&amp;xportar servidores…</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerDialog</name>
    <message>
        <source>&amp;Add and Connect</source>
        <translation>&amp;Añadir y conectar</translation>
    </message>
    <message>
        <source>Add a Server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>The address, if empty</source>
        <translation>Si está vacío, la dirección</translation>
    </message>
    <message>
        <source>Asked for when signing in, if empty</source>
        <translation>Si está vacío, se pide al iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Server address:</source>
        <translation>Dirección del &amp;servidor:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>Change a Server</source>
        <translation>Cambiar un servidor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerFiles</name>
    <message>
        <source>Import Servers</source>
        <translation>Importar servidores</translation>
    </message>
    <message>
        <source>Lists of servers (*.json)</source>
        <translation>Listas de servidores (*.json)</translation>
    </message>
    <message>
        <source>Export Servers</source>
        <translation>Exportar servidores</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>No se puede leer este archivo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>%n servidor añadido</numerusform>
            <numerusform>%n servidores añadidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n ya estaba</numerusform>
            <numerusform>%n ya estaban</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>The servers are in %1, without passwords.</source>
        <translation>Los servidores están en %1, sin contraseñas.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>No se pudo escribir el archivo: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerKeeper</name>
    <message>
        <source>Not remembered on this computer: there is no unlocked keychain. It is kept until this program ends.</source>
        <translation>No se recuerda en este equipo: no hay ningún llavero desbloqueado. Se conserva hasta que termine este programa.</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerList</name>
    <message>
        <source>Servers and their pages</source>
        <translation>Servidores y sus páginas</translation>
    </message>
</context>
<context>
    <name>ct::console::app::SignInPanel</name>
    <message>
        <source>Sign in with an &amp;API token</source>
        <translation>Iniciar sesión con un token de &amp;API</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>&amp;Recordar en este equipo</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Introduzca el token.</translation>
    </message>
    <message>
        <source>Enter user and password.</source>
        <translation>Introduzca el usuario y la contraseña.</translation>
    </message>
</context>
<context>
    <name>ct::console::models::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Desde dónde</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Sobre qué</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>ct::console::models::BanModel</name>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>account</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>todas las sesiones</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>sesión %1</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>que termine</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Reconocido por</translation>
    </message>
    <message>
        <source>Kept out of</source>
        <translation>Excluido de</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Banned by</source>
        <translation>Excluido por</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>ct::console::models::LockoutModel</name>
    <message>
        <source>signing in to sessions</source>
        <translation>inicio de sesión de participantes</translation>
    </message>
    <message>
        <source>dashboard and console</source>
        <translation>panel y consola</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Locked out of</source>
        <translation>Bloqueada para</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>ct::console::models::PackageModel</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Knows this server</source>
        <translation>Conoce este servidor</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SessionModel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participante</numerusform>
            <numerusform>%Ln participantes</numerusform>
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
        <translation>Invitado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Waiting for it to come back</source>
        <translation>Esperando a que vuelva</translation>
    </message>
    <message>
        <source>Session / Participant</source>
        <translation>Sesión / participante</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SettingModel</name>
    <message>
        <source>default</source>
        <translation>valor predeterminado</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>variable de entorno</translation>
    </message>
    <message>
        <source>flag of the command line</source>
        <translation>opción de la línea de órdenes</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Procede de</translation>
    </message>
</context>
<context>
    <name>ct::console::models::TokenModel</name>
    <message>
        <source>expired on %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>caducó el %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Creado por</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>reading and changing</source>
        <translation>lectura y cambios</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Sirve para</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AlarmList</name>
    <message>
        <source>Records</source>
        <translation>Registros guardados</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Audit to syslog</source>
        <translation>Auditoría a syslog</translation>
    </message>
    <message>
        <source>Audit to the webhook</source>
        <translation>Auditoría al webhook</translation>
    </message>
    <message>
        <source>Audit retention</source>
        <translation>Retención de la auditoría</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of the server, %2 what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: near or over the limit, %2</source>
        <translation>%1: cerca del límite o por encima, %2</translation>
    </message>
    <message>
        <source>Nothing needs to be seen to.</source>
        <translation>Nada requiere atención.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditFilter</name>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Días:</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>What administrators did</source>
        <translation>Lo que hicieron los administradores</translation>
    </message>
    <message>
        <source>Sign-ins of administrators</source>
        <translation>Inicios de sesión de administradores</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Accesos de usuarios</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>El propio servidor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Sobre qué</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entradas de auditoría</translation>
    </message>
    <message>
        <source>Entries are chained: Verify finds any that was changed or removed.</source>
        <translation>Las entradas están encadenadas: la verificación encuentra las cambiadas o quitadas.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Aún no ha ocurrido nada.</translation>
    </message>
    <message>
        <source>Sign-ins, sessions and changes appear here once there are any.</source>
        <translation>Los inicios de sesión, las sesiones y los cambios aparecerán aquí cuando los haya.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Mirar de nuevo</translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation>Ninguna entrada coincide con el filtro.</translation>
    </message>
    <message>
        <source>Show everything, or choose other days, people or things.</source>
        <translation>Muestre todo o elija otros días, personas u objetos.</translation>
    </message>
    <message>
        <source>&amp;Show Everything</source>
        <translation>Mostrar &amp;todo</translation>
    </message>
    <message>
        <source>Checking the entries…</source>
        <translation>Comprobando las entradas…</translation>
    </message>
    <message>
        <source>The entries could not be checked.</source>
        <translation>No se pudieron comprobar las entradas.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>La entrada (%Ln) está como se escribió.</numerusform>
            <numerusform>Las %Ln entradas están como se escribieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed the entries: %1</source>
        <translation>Alguien ha cambiado las entradas: %1</translation>
    </message>
    <message>
        <source>Those up to number %1 were purged on %2, as the settings have it.</source>
        <extracomment>%1 is the number of an entry, %2 a date</extracomment>
        <translation>Las anteriores, hasta el número %1, se eliminaron el %2, según la configuración.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.ndjson)</source>
        <translation>Líneas JSON (*.ndjson)</translation>
    </message>
    <message>
        <source>Export Audit</source>
        <translation>Exportar auditoría</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>No se pudo escribir el archivo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>%Ln entrada exportada.</numerusform>
            <numerusform>%Ln entradas exportadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BanDialog</name>
    <message>
        <source>By their &amp;account</source>
        <extracomment>the account that somebody has signed in with</extracomment>
        <translation>Por su &amp;cuenta</translation>
    </message>
    <message>
        <source>By their a&amp;ddress %1</source>
        <extracomment>%1 is the address</extracomment>
        <translation>Por su &amp;dirección %1</translation>
    </message>
    <message>
        <source>From this &amp;session, until it ends</source>
        <translation>De esta &amp;sesión, hasta que termine</translation>
    </message>
    <message>
        <source>From e&amp;very session, for</source>
        <translation>De &amp;todas las sesiones, durante</translation>
    </message>
    <message>
        <source>Ban a Participant</source>
        <translation>Excluir a un participante</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>A quién se excluye</translation>
    </message>
    <message>
        <source>From what, and for how long</source>
        <translation>De qué y durante cuánto tiempo</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>&amp;Excluir</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Unidad de tiempo</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>%1 is taken out and told so, and cannot come back to this session with the same account until it ends. The others go on.</source>
        <translation>%1 sale de la sesión, se le informa y no puede volver a ella con la misma cuenta hasta que termine. Los demás continúan.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 but the host is taken out and told so, %2 among them, and cannot come back to this session until it ends.</source>
        <translation>Todos los de la dirección %1 salvo el anfitrión, entre ellos %2, salen, se les informa y no pueden volver a esta sesión hasta que termine.</translation>
    </message>
    <message>
        <source>%1 is taken out of every session of this server and told so, and cannot join any with the same account until %2.</source>
        <translation>%1 sale de todas las sesiones de este servidor, se le informa y no puede unirse a ninguna con la misma cuenta hasta %2.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 is taken out of every session of this server and told so, %2 among them, and cannot join any until %3. Sessions that are shared from there go on.</source>
        <translation>Todos los de la dirección %1, entre ellos %2, salen de todas las sesiones de este servidor, se les informa y no pueden unirse a ninguna hasta %3. Las sesiones compartidas desde allí continúan.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BansBox</name>
    <message>
        <source>Kept out</source>
        <translation>Excluidos</translation>
    </message>
    <message>
        <source>&amp;Let In Again…</source>
        <translation>&amp;Volver a admitir…</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>A quién se excluye</translation>
    </message>
    <message>
        <source>Let In Again</source>
        <translation>Volver a admitir</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then join sessions of this server as everybody does.</source>
        <translation>¿Volver a admitir a %1? Podrá unirse a las sesiones de este servidor como los demás.</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then ask the host of the session to join it, as everybody does.</source>
        <translation>¿Volver a admitir a %1? Podrá pedir al anfitrión de la sesión unirse a ella como los demás.</translation>
    </message>
    <message>
        <source>&amp;Let In</source>
        <translation>&amp;Admitir</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 puede volver a entrar.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message>
        <source>&amp;Read Certificate Anew</source>
        <translation>Volver a &amp;leer el certificado</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>Certificado del servidor</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Emitido para:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Emitido por:</translation>
    </message>
    <message>
        <source>Good for:</source>
        <translation>Válido para:</translation>
    </message>
    <message>
        <source>Good from:</source>
        <translation>Válido desde:</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>Válido hasta:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Huella SHA-256:</translation>
    </message>
    <message>
        <source>After its files were replaced, the server reads them anew by itself at its next reload, or now. New connections get the new one; sessions go on.</source>
        <translation>Una vez sustituidos sus archivos, el servidor vuelve a leerlos en su próxima recarga o ahora. Las conexiones nuevas reciben el nuevo; las sesiones continúan.</translation>
    </message>
    <message>
        <source>itself: no authority vouches for it</source>
        <translation>sí mismo: ninguna autoridad lo avala</translation>
    </message>
    <message>
        <source>It is not good yet: browsers and editors refuse it.</source>
        <translation>Todavía no es válido: los navegadores y editores lo rechazan.</translation>
    </message>
    <message>
        <source>It has ended: browsers and editors refuse it.</source>
        <translation>Ha caducado: los navegadores y editores lo rechazan.</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>Termina en %n día: consiga otro.</numerusform>
            <numerusform>Termina en %n días: consiga otro.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>Es válido %Ln día más.</numerusform>
            <numerusform>Es válido %Ln días más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was read anew.</source>
        <translation>El certificado se ha vuelto a leer.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ConfigurationPage</name>
    <message>
        <source>&amp;Only what is set</source>
        <translation>Solo lo &amp;establecido</translation>
    </message>
    <message>
        <source>&amp;Read Settings Anew</source>
        <translation>Volver a &amp;leer los ajustes</translation>
    </message>
    <message>
        <source>Search settings, values and explanations</source>
        <translation>Buscar ajustes, valores y explicaciones</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settings are changed where they come from. Reading them anew ends no session.</source>
        <translation>Los ajustes se cambian en su origen. Volver a leerlos no termina ninguna sesión.</translation>
    </message>
    <message>
        <source>Choose a setting to read what it is for.</source>
        <translation>Elija un ajuste para leer para qué sirve.</translation>
    </message>
    <message>
        <source>It is a secret, so its value is not shown.</source>
        <translation>Es un secreto, por lo que su valor no se muestra.</translation>
    </message>
    <message>
        <source>A change counts from the next start on.</source>
        <translation>Un cambio cuenta a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>A change counts once the settings are read anew.</source>
        <translation>Un cambio cuenta en cuanto se vuelven a leer los ajustes.</translation>
    </message>
    <message>
        <source>Nothing has changed, since the settings are wrong:</source>
        <translation>No ha cambiado nada, porque los ajustes son incorrectos:</translation>
    </message>
    <message>
        <source>Read. No setting is another one.</source>
        <translation>Leídos. Ningún ajuste ha cambiado.</translation>
    </message>
    <message>
        <source>These count from now on: %1</source>
        <translation>En vigor desde ahora: %1</translation>
    </message>
    <message>
        <source>These wait for a restart: %1</source>
        <translation>Esperan un reinicio: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message>
        <source>User and password</source>
        <translation>Usuario y contraseña</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>&amp;Contraseña nueva:</translation>
    </message>
    <message>
        <source>Strength of the password</source>
        <translation>Seguridad de la contraseña</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Seguridad:</translation>
    </message>
    <message>
        <source>&amp;Repeat it:</source>
        <translation>&amp;Repítala:</translation>
    </message>
    <message>
        <source>The server has made the present password at its start and told it in its log. The next start makes another one: set one of your own.</source>
        <translation>El servidor creó la contraseña actual al iniciarse y la indicó en su registro. El próximo inicio creará otra: establezca una propia.</translation>
    </message>
    <message>
        <source>The server keeps the present ones; they were set by an administrator.</source>
        <translation>El servidor guarda los actuales; los estableció un administrador.</translation>
    </message>
    <message>
        <source>The server&apos;s environment has the present ones (%1). They can be changed there only.</source>
        <translation>El entorno del servidor tiene los actuales (%1). Solo se pueden cambiar allí.</translation>
    </message>
    <message>
        <source>A user is needed.</source>
        <translation>Hace falta un usuario.</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon.</source>
        <translation>Un nombre de usuario no lleva dos puntos.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>A new user needs a password, too.</source>
        <translation>Un usuario nuevo también necesita una contraseña.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>Hace falta al menos %n carácter.</numerusform>
            <numerusform>Hacen falta al menos %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>La contraseña es demasiado larga.</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>No es la misma.</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>débil</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>aceptable</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsPage</name>
    <message>
        <source>User and password are changed.</source>
        <translation>El usuario y la contraseña se han cambiado.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>otra</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>la que ha escrito</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Versión:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Estado:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>En marcha desde hace:</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>Proceso:</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>Listo: acepta sesiones nuevas</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>Iniciando: aún no acepta sesiones</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>Vaciándose: las sesiones en curso continúan, las nuevas se rechazan</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>needs to be seen to</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
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
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Seats used in 30 days</source>
        <translation>Plazas usadas en 30 días</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>Plazas usadas</translation>
    </message>
    <message>
        <source>Limit of the licence</source>
        <translation>Límite de la licencia</translation>
    </message>
    <message>
        <source>Changes of the licence</source>
        <translation>Cambios de la licencia</translation>
    </message>
    <message>
        <source>&amp;Seats of 30 Days</source>
        <translation>&amp;Plazas de 30 días</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Cambios</translation>
    </message>
    <message>
        <source>Nobody has changed the licence yet.</source>
        <translation>Nadie ha cambiado todavía la licencia.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceInstaller</name>
    <message>
        <source>Install another licence</source>
        <translation>Instalar otra licencia</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>The new licence</source>
        <translation>La licencia nueva</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>&amp;Abrir archivo…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and CT_SIGNATURE=…</source>
        <translation>Pegue aquí la licencia o suelte su archivo: líneas como CT_LICENSEE=… y CT_SIGNATURE=…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>No licence can be found in this text.</source>
        <translation>No se encuentra ninguna licencia en este texto.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>Localizador</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Open Licence</source>
        <translation>Abrir licencia</translation>
    </message>
    <message>
        <source>Licences (*.properties *.txt *.lic)</source>
        <translation>Licencias (*.properties *.txt *.lic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>No se puede leer este archivo: %1</translation>
    </message>
    <message>
        <source>This file is too large for a licence.</source>
        <translation>Este archivo es demasiado grande para una licencia.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicencePage</name>
    <message>
        <source>The licence is installed and in force.</source>
        <translation>La licencia está instalada y en vigor.</translation>
    </message>
    <message>
        <source>Somebody else has changed the licence meanwhile. Look at what is in force now, and decide again.</source>
        <translation>Otra persona ha cambiado la licencia entretanto. Mire lo que está en vigor ahora y decida de nuevo.</translation>
    </message>
    <message>
        <source>Remove Licence</source>
        <translation>Quitar licencia</translation>
    </message>
    <message>
        <source>Remove the licence? Sessions go on; how many people can come is then what the server gives without one.</source>
        <translation>¿Quitar la licencia? Las sesiones continúan; cuántas personas pueden entrar será entonces lo que el servidor ofrece sin ella.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>The licence is removed.</source>
        <translation>La licencia se ha quitado.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceView</name>
    <message>
        <source>Licence in force</source>
        <translation>Licencia en vigor</translation>
    </message>
    <message>
        <source>&amp;Remove Licence…</source>
        <translation>&amp;Quitar licencia…</translation>
    </message>
    <message>
        <source>Licensee:</source>
        <translation>Titular:</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Conexiones:</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>Último día:</translation>
    </message>
    <message>
        <source>Locator:</source>
        <translation>Localizador:</translation>
    </message>
    <message>
        <source>Seats:</source>
        <translation>Plazas:</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>Comprobaciones:</translation>
    </message>
    <message>
        <source>The server&apos;s settings have it (CT_LICENSEE and its companions). It can be changed there only.</source>
        <translation>Está en los ajustes del servidor (CT_LICENSEE y los demás). Solo se puede cambiar allí.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LockoutsBox</name>
    <message>
        <source>Locked addresses</source>
        <translation>Direcciones bloqueadas</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 puede volver a intentarlo.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogView</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>&amp;Anterior</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Segui&amp;r</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>Información y más graves</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>Desde el otro extremo</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogsPage</name>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Descargar…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>&amp;Registro:</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>No hay registros.</translation>
    </message>
    <message>
        <source>The server writes them to CT_LOG_DIR once there is something to say.</source>
        <translation>El servidor los escribe en CT_LOG_DIR en cuanto hay algo que decir.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Mirar de nuevo</translation>
    </message>
    <message>
        <source>Download Log</source>
        <translation>Descargar registro</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>No se pudo escribir el archivo: %1</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>El registro está en %1.</translation>
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
        <translation>%1, parte del límite</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Usuarios en línea</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Connections in sessions</source>
        <translation>Conexiones en sesiones</translation>
    </message>
    <message>
        <source>Server lag</source>
        <translation>Retardo del servidor</translation>
    </message>
    <message>
        <source>Sessions hosted so far</source>
        <translation>Sesiones alojadas hasta ahora</translation>
    </message>
    <message>
        <source>Clients downloaded so far</source>
        <translation>Clientes descargados hasta ahora</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <extracomment>%1 is a number, or a time in milliseconds</extracomment>
        <translation>de %1 como máximo</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsForm</name>
    <message>
        <source>StatsD and Prometheus</source>
        <translation>StatsD y Prometheus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Where metrics go</source>
        <translation>Adónde van las métricas</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Empty: the present one stays</source>
        <translation>Vacío: se mantiene el actual</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>&amp;Modo:</translation>
    </message>
    <message>
        <source>&amp;Protocol:</source>
        <translation>&amp;Protocolo:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>Pu&amp;erto:</translation>
    </message>
    <message>
        <source>P&amp;refix:</source>
        <translation>P&amp;refijo:</translation>
    </message>
    <message>
        <source>To&amp;ken of scrapes:</source>
        <translation>To&amp;ken de las consultas:</translation>
    </message>
    <message>
        <source>The server&apos;s settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can be changed there only.</source>
        <translation>Todo está en los ajustes del servidor (CT_METRICS_… y CT_PROMETHEUS_…). Solo se puede cambiar allí.</translation>
    </message>
    <message>
        <source>The server&apos;s settings have some of it: those fields can be changed there only.</source>
        <translation>Una parte está en los ajustes del servidor: esos campos solo se pueden cambiar allí.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Prefijo</translation>
    </message>
    <message>
        <source>Token of scrapes</source>
        <translation>Token de las consultas</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>la que ha escrito</translation>
    </message>
    <message>
        <source>Where shall metrics be sent?</source>
        <translation>¿Adónde deben enviarse las métricas?</translation>
    </message>
    <message>
        <source>This is no name or address of a computer, such as metrics.example.com.</source>
        <translation>No es el nombre ni la dirección de un equipo, como metrics.example.com.</translation>
    </message>
    <message>
        <source>A prefix is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>Un prefijo se compone de letras, cifras, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is StatsD or Prometheus, %2 what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A token has at least 16 letters of ASCII and no spaces.</source>
        <translation>Un token tiene al menos 16 caracteres ASCII y ningún espacio.</translation>
    </message>
    <message>
        <source>Re&amp;move the present token: whoever reaches the server may scrape then</source>
        <translation>&amp;Quitar el token actual: quien llegue al servidor podrá consultar las métricas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPage</name>
    <message>
        <source>The metrics integration is in force.</source>
        <translation>La integración de métricas está en vigor.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message>
        <source>What is told</source>
        <translation>Lo que se comunica</translation>
    </message>
    <message>
        <source>To StatsD</source>
        <translation>A StatsD</translation>
    </message>
    <message>
        <source>To a scrape of Prometheus</source>
        <translation>A una consulta de Prometheus</translation>
    </message>
    <message>
        <source>Copy Scrape &amp;Configuration</source>
        <translation>Copiar &amp;configuración de consulta</translation>
    </message>
    <message>
        <source>Copy Grafana &amp;Dashboard</source>
        <translation>Copiar pan&amp;el de Grafana</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>%Ln paquete enviado desde el inicio</numerusform>
            <numerusform>%Ln paquetes enviados desde el inicio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln no se pudo enviar</numerusform>
            <numerusform>%Ln no se pudieron enviar</numerusform>
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
        <translation>Usuarios, sesiones y conexiones ahora</translation>
    </message>
    <message>
        <source>Server lag now</source>
        <translation>Retardo del servidor ahora</translation>
    </message>
    <message>
        <source>Server lag in ms</source>
        <translation>Retardo del servidor en ms</translation>
    </message>
    <message>
        <source>Users and sessions of 30 days</source>
        <translation>Usuarios y sesiones de 30 días</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Usuarios en línea</translation>
    </message>
    <message>
        <source>Users in sessions</source>
        <translation>Usuarios en sesiones</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Ahora</translation>
    </message>
    <message>
        <source>La&amp;g</source>
        <translation>&amp;Retardo</translation>
    </message>
    <message>
        <source>&amp;30 Days</source>
        <translation>&amp;30 días</translation>
    </message>
    <message>
        <source>Recent Acti&amp;vity</source>
        <translation>Acti&amp;vidad reciente</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackageUploads</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>How much of the package has been sent</source>
        <translation>Cuánto del paquete se ha enviado</translation>
    </message>
    <message>
        <source>It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains&apos; IDEs.</source>
        <translation>No es ni un .vsix para VS Code ni el .zip de un complemento para los IDE de JetBrains.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>No se puede leer este archivo: %1</translation>
    </message>
    <message>
        <source>This server takes no packages.</source>
        <translation>Este servidor no acepta paquetes.</translation>
    </message>
    <message>
        <source>It is bigger than the server takes (%1).</source>
        <extracomment>%1 is a size such as 256 MiB</extracomment>
        <translation>Es mayor de lo que acepta el servidor (%1).</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Enviando %1</translation>
    </message>
    <message>
        <source>%1 is offered now.</source>
        <translation>%1 ya se ofrece.</translation>
    </message>
    <message>
        <source>The server checks %1</source>
        <translation>El servidor comprueba %1</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>%1 no se ha aceptado. %2</translation>
    </message>
    <message>
        <source>%1 was not sent to its end, and the server keeps nothing of it.</source>
        <translation>%1 no se envió hasta el final y el servidor no conserva nada de él.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackagesPage</name>
    <message>
        <source>Copy &amp;Link</source>
        <translation>Copiar en&amp;lace</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>Copiar &amp;resumen</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Choose a package above</source>
        <translation>Elija un paquete arriba</translation>
    </message>
    <message>
        <source>Download link:</source>
        <translation>Enlace de descarga:</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>Downloads ever:</source>
        <translation>Descargas en total:</translation>
    </message>
    <message>
        <source>This server offers no packages.</source>
        <translation>Este servidor no ofrece paquetes.</translation>
    </message>
    <message>
        <source>Its setting CT_NOCLIENTS says so. Change it there, and restart the server.</source>
        <translation>Así lo indica su ajuste CT_NOCLIENTS. Cámbielo y reinicie el servidor.</translation>
    </message>
    <message>
        <source>There are no packages for IDEs yet.</source>
        <translation>Aún no hay paquetes para los IDE.</translation>
    </message>
    <message>
        <source>Put a .vsix into the folder vscode, or a JetBrains plugin&apos;s .zip into intellij, of the server&apos;s folder CT_CLIENTS_DIR. Seconds later it is offered at /clients.</source>
        <translation>Ponga un .vsix en la carpeta vscode, o el .zip de un complemento de JetBrains en intellij, de la carpeta CT_CLIENTS_DIR del servidor. Segundos después se ofrece en /clients.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Mirar de nuevo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an IDE, %2 how often its packages were downloaded</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Eclipse update site of version %1</source>
        <translation>Sitio de actualización de Eclipse, versión %1</translation>
    </message>
    <message>
        <source>&amp;Upload Packages…</source>
        <translation>&amp;Subir paquetes…</translation>
    </message>
    <message>
        <source>&amp;Remove Package…</source>
        <translation>&amp;Eliminar paquete…</translation>
    </message>
    <message>
        <source>%1 %2 is offered now.</source>
        <translation>%1 %2 ya se ofrece.</translation>
    </message>
    <message>
        <source>Or drop files here: a .vsix for VS Code, a plugin&apos;s .zip for JetBrains&apos; IDEs.</source>
        <translation>O suelte archivos aquí: un .vsix para VS Code o el .zip de un complemento para los IDE de JetBrains.</translation>
    </message>
    <message>
        <source>Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains&apos; IDEs: it is offered at /clients at once.</source>
        <translation>Suelte aquí un .vsix para VS Code o el .zip de un complemento para los IDE de JetBrains: se ofrece de inmediato en /clients.</translation>
    </message>
    <message>
        <source>Upload Packages</source>
        <translation>Subir paquetes</translation>
    </message>
    <message>
        <source>Packages (*.vsix *.zip)</source>
        <translation>Paquetes (*.vsix *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Remove Package</source>
        <translation>Eliminar paquete</translation>
    </message>
    <message>
        <source>Remove %1 %2 for %3? Its file %4 is deleted from the server&apos;s folder, and its download link leads nowhere then. Whoever has installed it keeps it.</source>
        <translation>¿Eliminar %1 %2 para %3? Su archivo %4 se borra de la carpeta del servidor y su enlace de descarga deja de funcionar. Quien lo haya instalado lo conserva.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>%1 %2 is removed.</source>
        <translation>%1 %2 se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::Page</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message>
        <source>Filter by name, client or address</source>
        <translation>Filtrar por nombre, cliente o dirección</translation>
    </message>
    <message>
        <source>Filter sessions and participants</source>
        <translation>Filtrar sesiones y participantes</translation>
    </message>
    <message>
        <source>Sessions and their participants</source>
        <translation>Sesiones y sus participantes</translation>
    </message>
    <message>
        <source>Nobody works together right now.</source>
        <translation>Nadie trabaja en conjunto ahora mismo.</translation>
    </message>
    <message>
        <source>A session appears here as soon as somebody shares a workspace in an IDE whose client knows this server.</source>
        <translation>Una sesión aparece aquí en cuanto alguien comparte un espacio de trabajo en un IDE cuyo cliente conoce este servidor.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln sesión</numerusform>
            <numerusform>%Ln sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Participant…</source>
        <translation>&amp;Quitar participante…</translation>
    </message>
    <message>
        <source>&amp;End Session…</source>
        <translation>&amp;Terminar sesión…</translation>
    </message>
    <message>
        <source>%1 is removed from the session and told so. The others go on. They may ask the host to let them in again.</source>
        <translation>%1 se quita de la sesión y se le avisa. Los demás continúan. La persona puede pedir al anfitrión que la deje entrar de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>La sesión termina para %n participante, incluido el anfitrión. Nadie pierde archivos: el espacio de trabajo es del anfitrión. Se puede comenzar una sesión nueva.</numerusform>
            <numerusform>La sesión termina para los %n participantes, incluido el anfitrión. Nadie pierde archivos: el espacio de trabajo es del anfitrión. Se puede comenzar una sesión nueva.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a Participant</source>
        <translation>Quitar un participante</translation>
    </message>
    <message>
        <source>End a Session</source>
        <translation>Terminar una sesión</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>&amp;Terminar sesión</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>La sesión ha terminado.</translation>
    </message>
    <message>
        <source>%1 has been removed.</source>
        <translation>Se ha quitado a %1.</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>E&amp;xcluir…</translation>
    </message>
    <message>
        <source>%1 is kept out.</source>
        <translation>%1 queda excluido.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::TokensBox</name>
    <message>
        <source>API tokens</source>
        <translation>Tokens de API</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>&amp;Crear token</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Re&amp;vocar…</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind the number of a spin box</comment>
        <translation> días</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué es</translation>
    </message>
    <message>
        <source>&amp;New token:</source>
        <translation>Token &amp;nuevo:</translation>
    </message>
    <message>
        <source>How many days it is good for</source>
        <translation>Cuántos días es válido</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>El token nuevo</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>&amp;I Have It</source>
        <translation>&amp;Ya lo tengo</translation>
    </message>
    <message>
        <source>This is the token “%1”. Copy it now: it is not shown again.</source>
        <translation>Este es el token «%1». Cópielo ahora: no se volverá a mostrar.</translation>
    </message>
    <message>
        <source>Revoke Token</source>
        <translation>Revocar token</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused from then on.</source>
        <translation>¿Revocar «%1»? Los programas que lo usan serán rechazados a partir de entonces.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Revocar</translation>
    </message>
    <message>
        <source>The token is revoked.</source>
        <translation>El token se ha revocado.</translation>
    </message>
    <message>
        <source>There is no token yet. Give one a name below and make it.</source>
        <translation>Aún no hay ningún token. Escriba abajo un nombre y créelo.</translation>
    </message>
    <message>
        <source>Programs show a token instead of user and password. It can do what you can, but make no further tokens and change no password; one for reading only changes nothing.</source>
        <translation>Los programas muestran un token en lugar de usuario y contraseña. Puede lo mismo que usted, pero no crear más tokens ni cambiar contraseñas; uno solo para leer no cambia nada.</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>solo para leer</translation>
    </message>
    <message>
        <source>for reading and changing</source>
        <translation>para leer y cambiar</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>Para qué sirve</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::ComparisonDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>Cambiado entretanto</translation>
    </message>
    <message>
        <source>Save &amp;Mine</source>
        <translation>Guardar lo &amp;mío</translation>
    </message>
    <message>
        <source>Take the &amp;Server&apos;s</source>
        <translation>Tomar lo del &amp;servidor</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you looked. Nothing was saved yet: compare, and decide which shall count.</source>
        <translation>Otra persona lo ha cambiado desde que lo miró. Aún no se ha guardado nada: compare y decida qué debe contar.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Ahora en el servidor</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Lo que ha escrito</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::PasswordEdit</name>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::TimeChart</name>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Show as a &amp;table</source>
        <translation>Mostrar como &amp;tabla</translation>
    </message>
    <message>
        <source>There are no figures yet. They are gathered while the server runs.</source>
        <translation>Aún no hay cifras. Se reúnen mientras el servidor está en marcha.</translation>
    </message>
</context>
</TS>
