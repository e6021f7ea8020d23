<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>Certificat inconnu</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>Certificat modifié</translation>
    </message>
    <message>
        <source>No admin API</source>
        <translation>Pas d’API d’administration</translation>
    </message>
    <message>
        <source>Server too old</source>
        <translation>Serveur trop ancien</translation>
    </message>
    <message>
        <source>Server too new</source>
        <translation>Serveur trop récent</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Connexion requise</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnexion</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Non connecté à %1.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Look at it before you go on.</source>
        <translation>Aucune autorité connue ne garantit le certificat de %1. Examinez-le avant de continuer.</translation>
    </message>
    <message>
        <source>Stopped: %1 shows another certificate than the one you told this computer to remember. Somebody may be reading along, or the server got a new certificate.</source>
        <translation>Arrêté : %1 présente un autre certificat que celui mémorisé sur cet ordinateur. Quelqu’un lit peut-être la communication, ou le serveur a reçu un nouveau certificat.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CodeTogether edge server with an admin API does. Check port and path.</source>
        <translation>%1 répond, mais pas comme un serveur CodeTogether edge doté d’une API d’administration. Vérifiez le port et le chemin.</translation>
    </message>
    <message>
        <source>The server %1 is older than this console understands. Update the server.</source>
        <translation>Le serveur %1 est trop ancien pour cette console. Mettez le serveur à jour.</translation>
    </message>
    <message>
        <source>The server %1 is newer than this console understands. Update the console.</source>
        <translation>Le serveur %1 est trop récent pour cette console. Mettez la console à jour.</translation>
    </message>
    <message>
        <source>Sign in to %1.</source>
        <translation>Connectez-vous à %1.</translation>
    </message>
    <message>
        <source>User and password, or the token, are not right. Try again.</source>
        <translation>L’utilisateur et le mot de passe, ou le jeton, ne sont pas corrects. Réessayez.</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Authentification auprès de %1…</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Connecté à %1.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Nouvel essai…</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai dans %n seconde.</numerusform>
            <numerusform>Prochain essai dans %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>Il y a eu trop d’essais. Réessayez dans %n seconde.</numerusform>
            <numerusform>Il y a eu trop d’essais. Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo server</source>
        <translation>Serveur de démonstration</translation>
    </message>
    <message>
        <source>The demo does not do this</source>
        <translation>La démonstration ne fait pas cela</translation>
    </message>
    <message>
        <source>Connect to a server to try it.</source>
        <translation>Connectez-vous à un serveur pour l’essayer.</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>Aucun ordinateur ne porte ce nom. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>Rien n’écoute à cette adresse et à ce port. Le serveur est-il démarré ?</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>Le serveur n’a pas répondu à temps. Vérifiez l’adresse et le réseau.</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>La connexion a été fermée sans réponse. Le port attend-il https:// ou http:// ?</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>Aucune connexion sécurisée n’a pu être établie. Si ce port n’utilise pas TLS, écrivez http:// devant l’adresse.</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>Quelque chose répond, mais pas comme un serveur Open Collaboration. Vérifiez le port et le chemin.</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>Le serveur est trop occupé pour répondre. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has to be looked at first.</source>
        <translation>Le certificat du serveur doit d’abord être examiné.</translation>
    </message>
    <message>
        <source>Passwords are sent to another computer over https:// only. Write https:// before the address.</source>
        <translation>Les mots de passe ne sont envoyés à un autre ordinateur que par https://. Écrivez https:// devant l’adresse.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too long to be shown.</source>
        <translation>La réponse du serveur est trop longue pour être affichée.</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Sign in again.</source>
        <translation>Vous n’êtes pas ou plus connecté. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>Le serveur ne le permet pas.</translation>
    </message>
    <message>
        <source>The server does not know it, or no longer.</source>
        <translation>Le serveur ne le connaît pas ou plus.</translation>
    </message>
    <message>
        <source>This can&apos;t be done as things stand.</source>
        <translation>Cela n’est pas possible dans l’état actuel.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare before you save.</source>
        <translation>Quelqu’un d’autre l’a modifié entre-temps. Comparez avant d’enregistrer.</translation>
    </message>
    <message>
        <source>The server did not take what was entered.</source>
        <translation>Le serveur n’a pas accepté la saisie.</translation>
    </message>
    <message>
        <source>Something went wrong on the way to the server, or there.</source>
        <translation>Un problème est survenu en chemin ou sur le serveur.</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>Ce n’est pas une adresse de serveur. Elle ressemble à https://edge.example.org ou http://localhost:1080, sans utilisateur ni mot de passe.</translation>
    </message>
    <message>
        <source>Your sign-in has ended because nobody was here for a while. Sign in again: what you have typed is still there.</source>
        <translation>Votre connexion a pris fin parce que personne n’était là depuis un moment. Reconnectez-vous : ce que vous avez saisi est toujours là.</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>The server&apos;s clock has been set back: the licence does not count until it is right.</source>
        <translation>L’horloge du serveur a été reculée : la licence ne compte pas tant qu’elle n’est pas juste.</translation>
    </message>
    <message>
        <source>The licence is valid.</source>
        <translation>La licence est valide.</translation>
    </message>
    <message>
        <source>The licence is valid, but ends soon. Ask for the next one.</source>
        <translation>La licence est valide mais expire bientôt. Demandez la suivante.</translation>
    </message>
    <message>
        <source>The licence has expired. Sessions go on with what the server gives without one.</source>
        <translation>La licence a expiré. Les sessions continuent avec ce que le serveur offre sans licence.</translation>
    </message>
    <message>
        <source>There is no licence: the server runs in community mode.</source>
        <translation>Il n’y a pas de licence : le serveur fonctionne en mode communautaire.</translation>
    </message>
    <message>
        <source>The licence is not valid. Sessions go on with what the server gives without one.</source>
        <translation>La licence n’est pas valide. Les sessions continuent avec ce que le serveur offre sans licence.</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>expirée depuis %n jour</numerusform>
            <numerusform>expirée depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>expire aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>encore %n jour</numerusform>
            <numerusform>encore %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>%Ln place occupée, sans limite</numerusform>
            <numerusform>%Ln places occupées, sans limite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>%Ln place occupée sur %1</numerusform>
            <numerusform>%Ln places occupées sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>Tout y est</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Il manque quelque chose</translation>
    </message>
    <message>
        <source>The number of connections can be read</source>
        <translation>Le nombre de connexions est lisible</translation>
    </message>
    <message>
        <source>The number of connections can&apos;t be read</source>
        <translation>Le nombre de connexions est illisible</translation>
    </message>
    <message>
        <source>The last day can be read</source>
        <translation>Le dernier jour est lisible</translation>
    </message>
    <message>
        <source>The last day can&apos;t be read</source>
        <translation>Le dernier jour est illisible</translation>
    </message>
    <message>
        <source>This server knows the issuer</source>
        <translation>Ce serveur connaît l’émetteur</translation>
    </message>
    <message>
        <source>This server does not know the issuer</source>
        <translation>Ce serveur ne connaît pas l’émetteur</translation>
    </message>
    <message>
        <source>The signature fits</source>
        <translation>La signature correspond</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>La signature ne correspond pas</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>sans limite</translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>%Ln à la fois</numerusform>
            <numerusform>%Ln à la fois</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>aucun indiqué</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>&amp;Credentials</source>
        <translation>&amp;Identifiants</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licence</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Métriques</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>C&amp;ertificat</translation>
    </message>
    <message>
        <source>Client &amp;Packages</source>
        <translation>&amp;Paquets clients</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Audit</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>&amp;Journaux</translation>
    </message>
    <message>
        <source>Con&amp;figuration</source>
        <translation>Con&amp;figuration</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>&amp;Santé</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sessions</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Vue d’ensemble</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>Donnez un nom au profil.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation>Le nom d’utilisateur est trop long.</translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation>L’adresse n’est pas celle d’un serveur. Elle ressemble à https://edge.example.org.</translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation>Le certificat mémorisé est endommagé.</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>Il y a trop de profils.</translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation>Le fichier de configuration ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation>Ce fichier est trop grand pour des profils.</translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation>Ce fichier ne contient aucun profil de ce programme.</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation>Une version plus récente de ce programme a écrit ce fichier.</translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation>Rien n’a été importé. Entrée %1 : %2</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>Certificat inconnu</translation>
    </message>
    <message>
        <source>Certificate Changed</source>
        <translation>Certificat modifié</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>Aucune autorité connue ne garantit le certificat de %1. Ne continuez que si son empreinte est celle que vous indique le responsable du serveur ; sinon, quelqu’un lit peut-être la communication.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that this computer remembers. If nobody has told you that the server gets a new one, somebody may be reading along: refuse, and ask the server&apos;s keeper for the fingerprint.</source>
        <translation>%1 présente un autre certificat que celui mémorisé sur cet ordinateur. Si personne ne vous a annoncé un nouveau certificat, quelqu’un lit peut-être la communication : refusez, et demandez l’empreinte au responsable du serveur.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Empreinte SHA-256 :</translation>
    </message>
    <message>
        <source>Remembered one:</source>
        <translation>Empreinte mémorisée :</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Délivré à :</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Émis par :</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Valide à partir du :</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Valide jusqu’au :</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>Mis en doute car :</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>Se connecter une f&amp;ois</translation>
    </message>
    <message>
        <source>Re&amp;member It</source>
        <translation>&amp;Mémoriser</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>&amp;Refuser</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CommandSearch</name>
    <message>
        <source>Search for a Command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Type some words of what you want to do</source>
        <translation>Saisissez quelques mots de ce que vous voulez faire</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ConnectionView</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>Look at the Certi&amp;ficate…</source>
        <translation>Examiner le certi&amp;ficat…</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>&amp;Essayer maintenant</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>Console CodeTogether</translation>
    </message>
    <message>
        <source>No server yet.</source>
        <translation>Aucun serveur pour l’instant.</translation>
    </message>
    <message>
        <source>Add the server you look after: you need its address, and its user and password. A server that has just been installed tells them in its log.</source>
        <translation>Ajoutez le serveur dont vous vous occupez : il faut son adresse, son utilisateur et son mot de passe. Un serveur qui vient d’être installé les indique dans son journal.</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>&amp;Ajouter un serveur…</translation>
    </message>
    <message>
        <source>There is no page %1.</source>
        <translation>Il n’y a pas de page %1.</translation>
    </message>
    <message>
        <source>%1 as %2 · version %3</source>
        <comment>state, user, version</comment>
        <translation>%1 en tant que %2 · version %3</translation>
    </message>
    <message>
        <source>%1 – CodeTogether Console</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>%1 – Console CodeTogether</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>These pages have changes that are not saved: %1.
Do you want to lose them?</source>
        <translation>Ces pages contiennent des modifications non enregistrées : %1.
Voulez-vous les perdre ?</translation>
    </message>
    <message>
        <source>Remove a Server</source>
        <translation>Retirer un serveur</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its password is forgotten on this computer. Nothing changes on the server.</source>
        <translation>%1 est retiré de la liste et son mot de passe est oublié sur cet ordinateur. Rien ne change sur le serveur.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>&amp;Ajouter un serveur…</translation>
    </message>
    <message>
        <source>C&amp;hange Server…</source>
        <translation>&amp;Modifier le serveur…</translation>
    </message>
    <message>
        <source>&amp;Remove Server…</source>
        <translation>&amp;Retirer le serveur…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Déconnecter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <source>Search for a &amp;Command…</source>
        <translation>Chercher une &amp;commande…</translation>
    </message>
    <message>
        <source>Go to the List of &amp;Servers</source>
        <translation>Aller à la liste des &amp;serveurs</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;About This Program</source>
        <translation>À &amp;propos de ce programme</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>À propos de &amp;Qt</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Show the List of Servers</source>
        <translation>Afficher la liste des serveurs</translation>
    </message>
    <message>
        <source>About This Program</source>
        <translation>À propos de ce programme</translation>
    </message>
    <message>
        <source>CodeTogether Console %1
Looks after CodeTogether edge servers.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Console CodeTogether %1
Administre des serveurs CodeTogether edge.
Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>&amp;Import Servers…</source>
        <translation>&amp;Importer des serveurs…</translation>
    </message>
    <message>
        <source>&amp;Export Servers…</source>
        <translation>E&amp;xporter les serveurs…</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerDialog</name>
    <message>
        <source>&amp;Add and Connect</source>
        <translation>&amp;Ajouter et se connecter</translation>
    </message>
    <message>
        <source>Add a Server</source>
        <translation>Ajouter un serveur</translation>
    </message>
    <message>
        <source>The address, if empty</source>
        <translation>Si vide, l’adresse</translation>
    </message>
    <message>
        <source>Asked for when signing in, if empty</source>
        <translation>Si vide, demandé à la connexion</translation>
    </message>
    <message>
        <source>&amp;Server address:</source>
        <translation>Adresse du &amp;serveur :</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur :</translation>
    </message>
    <message>
        <source>Change a Server</source>
        <translation>Modifier un serveur</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerFiles</name>
    <message>
        <source>Import Servers</source>
        <translation>Importer des serveurs</translation>
    </message>
    <message>
        <source>Lists of servers (*.json)</source>
        <translation>Listes de serveurs (*.json)</translation>
    </message>
    <message>
        <source>Export Servers</source>
        <translation>Exporter les serveurs</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Ce fichier ne peut pas être lu : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>%n serveur ajouté</numerusform>
            <numerusform>%n serveurs ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n était déjà là</numerusform>
            <numerusform>%n étaient déjà là</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>The servers are in %1, without passwords.</source>
        <translation>Les serveurs sont dans %1, sans mots de passe.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerKeeper</name>
    <message>
        <source>Not remembered on this computer: there is no unlocked keychain. It is kept until this program ends.</source>
        <translation>Non mémorisé sur cet ordinateur : aucun trousseau n’est déverrouillé. Il est conservé jusqu’à la fin de ce programme.</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerList</name>
    <message>
        <source>Servers and their pages</source>
        <translation>Serveurs et leurs pages</translation>
    </message>
</context>
<context>
    <name>ct::console::app::SignInPanel</name>
    <message>
        <source>Sign in with an &amp;API token</source>
        <translation>Se connecter avec un jeton d’&amp;API</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>&amp;Mémoriser sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur :</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Mot de &amp;passe :</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Jeton :</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Saisissez le jeton.</translation>
    </message>
    <message>
        <source>Enter user and password.</source>
        <translation>Saisissez l’utilisateur et le mot de passe.</translation>
    </message>
</context>
<context>
    <name>ct::console::models::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>D’où</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>ct::console::models::BanModel</name>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>account</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>toutes les sessions</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>session %1</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>sa fin</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Reconnu à</translation>
    </message>
    <message>
        <source>Kept out of</source>
        <translation>Exclu de</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Banned by</source>
        <translation>Exclu par</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
</context>
<context>
    <name>ct::console::models::LockoutModel</name>
    <message>
        <source>signing in to sessions</source>
        <translation>connexion aux sessions</translation>
    </message>
    <message>
        <source>dashboard and console</source>
        <translation>tableau de bord et console</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Locked out of</source>
        <translation>Bloquée pour</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
</context>
<context>
    <name>ct::console::models::PackageModel</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Knows this server</source>
        <translation>Connaît ce serveur</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SessionModel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <extracomment>%1 is a name, %2 an e-mail address</extracomment>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Waiting for it to come back</source>
        <translation>En attente de retour</translation>
    </message>
    <message>
        <source>Session / Participant</source>
        <translation>Session / participant</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
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
        <translation>Depuis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SettingModel</name>
    <message>
        <source>default</source>
        <translation>valeur par défaut</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>variable d’environnement</translation>
    </message>
    <message>
        <source>flag of the command line</source>
        <translation>option de la ligne de commande</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
</context>
<context>
    <name>ct::console::models::TokenModel</name>
    <message>
        <source>expired on %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>expiré le %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Créé par</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>reading and changing</source>
        <translation>lecture et modification</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Sert à</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AlarmList</name>
    <message>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Audit to syslog</source>
        <translation>Audit vers syslog</translation>
    </message>
    <message>
        <source>Audit to the webhook</source>
        <translation>Audit vers le webhook</translation>
    </message>
    <message>
        <source>Audit retention</source>
        <translation>Conservation de l’audit</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of the server, %2 what is wrong with it</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1: near or over the limit, %2</source>
        <translation>%1 : proche de la limite ou au-delà, %2</translation>
    </message>
    <message>
        <source>Nothing needs to be seen to.</source>
        <translation>Rien ne demande votre attention.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditFilter</name>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Jours :</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What administrators did</source>
        <translation>Actions des administrateurs</translation>
    </message>
    <message>
        <source>Sign-ins of administrators</source>
        <translation>Connexions des administrateurs</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Connexions des utilisateurs</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>Le serveur lui-même</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entrées d’audit</translation>
    </message>
    <message>
        <source>Entries are chained: Verify finds any that was changed or removed.</source>
        <translation>Les entrées sont chaînées : la vérification trouve celles qui ont été modifiées ou retirées.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Rien ne s’est encore passé.</translation>
    </message>
    <message>
        <source>Sign-ins, sessions and changes appear here once there are any.</source>
        <translation>Les connexions, sessions et modifications apparaîtront ici dès qu’il y en aura.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Regarder à nouveau</translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation>Aucune entrée ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Show everything, or choose other days, people or things.</source>
        <translation>Affichez tout, ou choisissez d’autres jours, personnes ou objets.</translation>
    </message>
    <message>
        <source>&amp;Show Everything</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>Checking the entries…</source>
        <translation>Vérification des entrées…</translation>
    </message>
    <message>
        <source>The entries could not be checked.</source>
        <translation>Les entrées n’ont pas pu être vérifiées.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>L’entrée (%Ln) est telle qu’elle a été écrite.</numerusform>
            <numerusform>Les %Ln entrées sont telles qu’elles ont été écrites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed the entries: %1</source>
        <translation>Quelqu’un a modifié les entrées : %1</translation>
    </message>
    <message>
        <source>Those up to number %1 were purged on %2, as the settings have it.</source>
        <extracomment>%1 is the number of an entry, %2 a date</extracomment>
        <translation>Celles jusqu’au numéro %1 ont été supprimées le %2, selon les paramètres.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.ndjson)</source>
        <translation>Lignes JSON (*.ndjson)</translation>
    </message>
    <message>
        <source>Export Audit</source>
        <translation>Exporter l’audit</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>%Ln entrée exportée.</numerusform>
            <numerusform>%Ln entrées exportées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BanDialog</name>
    <message>
        <source>By their &amp;account</source>
        <extracomment>the account that somebody has signed in with</extracomment>
        <translation>Par leur &amp;compte</translation>
    </message>
    <message>
        <source>By their a&amp;ddress %1</source>
        <extracomment>%1 is the address</extracomment>
        <translation>Par leur a&amp;dresse %1</translation>
    </message>
    <message>
        <source>From this &amp;session, until it ends</source>
        <translation>De cette &amp;session, jusqu’à sa fin</translation>
    </message>
    <message>
        <source>From e&amp;very session, for</source>
        <translation>De &amp;toutes les sessions, pendant</translation>
    </message>
    <message>
        <source>Ban a Participant</source>
        <translation>Exclure un participant</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>Qui est exclu</translation>
    </message>
    <message>
        <source>From what, and for how long</source>
        <translation>De quoi, et pour combien de temps</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>&amp;Exclure</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Unité de temps</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Combien de temps</translation>
    </message>
    <message>
        <source>%1 is taken out and told so, and cannot come back to this session with the same account until it ends. The others go on.</source>
        <translation>%1 est retiré, en est informé et ne peut plus revenir dans cette session avec le même compte jusqu’à sa fin. Les autres continuent.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 but the host is taken out and told so, %2 among them, and cannot come back to this session until it ends.</source>
        <translation>Tous ceux de l’adresse %1 sauf l’hôte, dont %2, sont retirés, en sont informés et ne peuvent plus revenir dans cette session jusqu’à sa fin.</translation>
    </message>
    <message>
        <source>%1 is taken out of every session of this server and told so, and cannot join any with the same account until %2.</source>
        <translation>%1 est retiré de toutes les sessions de ce serveur, en est informé et ne peut en rejoindre aucune avec le même compte jusqu’au %2.</translation>
    </message>
    <message>
        <source>Everybody at the address %1 is taken out of every session of this server and told so, %2 among them, and cannot join any until %3. Sessions that are shared from there go on.</source>
        <translation>Tous ceux de l’adresse %1, dont %2, sont retirés de toutes les sessions de ce serveur, en sont informés et ne peuvent en rejoindre aucune jusqu’au %3. Les sessions partagées de là continuent.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BansBox</name>
    <message>
        <source>Kept out</source>
        <translation>Exclus</translation>
    </message>
    <message>
        <source>&amp;Let In Again…</source>
        <translation>&amp;Réadmettre…</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>Qui est exclu</translation>
    </message>
    <message>
        <source>Let In Again</source>
        <translation>Réadmettre</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then join sessions of this server as everybody does.</source>
        <translation>Réadmettre %1 ? Cette personne pourra alors rejoindre les sessions de ce serveur comme tout le monde.</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then ask the host of the session to join it, as everybody does.</source>
        <translation>Réadmettre %1 ? Cette personne pourra alors demander à l’hôte de la session à la rejoindre, comme tout le monde.</translation>
    </message>
    <message>
        <source>&amp;Let In</source>
        <translation>&amp;Admettre</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 peut de nouveau entrer.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message>
        <source>&amp;Read Certificate Anew</source>
        <translation>&amp;Relire le certificat</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>Certificat du serveur</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>Délivré à :</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Émis par :</translation>
    </message>
    <message>
        <source>Good for:</source>
        <translation>Valable pour :</translation>
    </message>
    <message>
        <source>Good from:</source>
        <translation>Valable à partir du :</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>Valable jusqu’au :</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Empreinte SHA-256 :</translation>
    </message>
    <message>
        <source>After its files were replaced, the server reads them anew by itself at its next reload, or now. New connections get the new one; sessions go on.</source>
        <translation>Une fois ses fichiers remplacés, le serveur les relit à son prochain rechargement, ou maintenant. Les nouvelles connexions reçoivent le nouveau ; les sessions continuent.</translation>
    </message>
    <message>
        <source>itself: no authority vouches for it</source>
        <translation>lui-même : aucune autorité ne le garantit</translation>
    </message>
    <message>
        <source>It is not good yet: browsers and editors refuse it.</source>
        <translation>Il n’est pas encore valable : navigateurs et éditeurs le refusent.</translation>
    </message>
    <message>
        <source>It has ended: browsers and editors refuse it.</source>
        <translation>Il a expiré : navigateurs et éditeurs le refusent.</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>Il expire dans %n jour : procurez-vous-en un autre.</numerusform>
            <numerusform>Il expire dans %n jours : procurez-vous-en un autre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>Il est valable encore %Ln jour.</numerusform>
            <numerusform>Il est valable encore %Ln jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was read anew.</source>
        <translation>Le certificat a été relu.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ConfigurationPage</name>
    <message>
        <source>&amp;Only what is set</source>
        <translation>Seulement ce qui est &amp;défini</translation>
    </message>
    <message>
        <source>&amp;Read Settings Anew</source>
        <translation>&amp;Relire les paramètres</translation>
    </message>
    <message>
        <source>Search settings, values and explanations</source>
        <translation>Chercher dans les paramètres, valeurs et explications</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Settings are changed where they come from. Reading them anew ends no session.</source>
        <translation>Les paramètres se modifient là d’où ils proviennent. Les relire ne termine aucune session.</translation>
    </message>
    <message>
        <source>Choose a setting to read what it is for.</source>
        <translation>Choisissez un paramètre pour lire à quoi il sert.</translation>
    </message>
    <message>
        <source>It is a secret, so its value is not shown.</source>
        <translation>C’est un secret : sa valeur n’est pas affichée.</translation>
    </message>
    <message>
        <source>A change counts from the next start on.</source>
        <translation>Une modification compte à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>A change counts once the settings are read anew.</source>
        <translation>Une modification compte dès que les paramètres sont relus.</translation>
    </message>
    <message>
        <source>Nothing has changed, since the settings are wrong:</source>
        <translation>Rien n’a changé, car les paramètres sont erronés :</translation>
    </message>
    <message>
        <source>Read. No setting is another one.</source>
        <translation>Relus. Aucun paramètre n’a changé.</translation>
    </message>
    <message>
        <source>These count from now on: %1</source>
        <translation>En vigueur dès maintenant : %1</translation>
    </message>
    <message>
        <source>These wait for a restart: %1</source>
        <translation>En attente d’un redémarrage : %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message>
        <source>User and password</source>
        <translation>Utilisateur et mot de passe</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur :</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>Nouveau mot de &amp;passe :</translation>
    </message>
    <message>
        <source>Strength of the password</source>
        <translation>Robustesse du mot de passe</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Robustesse :</translation>
    </message>
    <message>
        <source>&amp;Repeat it:</source>
        <translation>&amp;Répétez-le :</translation>
    </message>
    <message>
        <source>The server has made the present password at its start and told it in its log. The next start makes another one: set one of your own.</source>
        <translation>Le serveur a créé le mot de passe actuel à son démarrage et l’a indiqué dans son journal. Le prochain démarrage en créera un autre : définissez le vôtre.</translation>
    </message>
    <message>
        <source>The server keeps the present ones; they were set by an administrator.</source>
        <translation>Le serveur conserve les identifiants actuels ; un administrateur les a définis.</translation>
    </message>
    <message>
        <source>The server&apos;s environment has the present ones (%1). They can be changed there only.</source>
        <translation>Les identifiants actuels viennent de l’environnement du serveur (%1). Ils ne se modifient que là.</translation>
    </message>
    <message>
        <source>A user is needed.</source>
        <translation>Il faut un utilisateur.</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon.</source>
        <translation>Un nom d’utilisateur ne contient pas de deux-points.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>A new user needs a password, too.</source>
        <translation>Un nouvel utilisateur a aussi besoin d’un mot de passe.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>Il faut au moins %n caractère.</numerusform>
            <numerusform>Il faut au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Le mot de passe est trop long.</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>Ce n’est pas le même.</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bonne</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>forte</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsPage</name>
    <message>
        <source>User and password are changed.</source>
        <translation>L’utilisateur et le mot de passe sont modifiés.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>un autre</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>celui que vous avez saisi</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version :</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>État :</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>En marche depuis :</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>Processus :</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>Prêt : accepte de nouvelles sessions</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>Démarrage : n’accepte pas encore de sessions</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>Mise en veille : les sessions en cours continuent, les nouvelles sont refusées</translation>
    </message>
    <message>
        <source>good</source>
        <translation>en bon état</translation>
    </message>
    <message>
        <source>needs to be seen to</source>
        <translation>demande votre attention</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>days and hours, or hours and minutes</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>%1 is a part of the server</extracomment>
        <translation>%1 :</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceHistory</name>
    <message>
        <source>How it was</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Seats used in 30 days</source>
        <translation>Places utilisées en 30 jours</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>Places utilisées</translation>
    </message>
    <message>
        <source>Limit of the licence</source>
        <translation>Limite de la licence</translation>
    </message>
    <message>
        <source>Changes of the licence</source>
        <translation>Modifications de la licence</translation>
    </message>
    <message>
        <source>&amp;Seats of 30 Days</source>
        <translation>&amp;Places sur 30 jours</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Modifications</translation>
    </message>
    <message>
        <source>Nobody has changed the licence yet.</source>
        <translation>Personne n’a encore modifié la licence.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceInstaller</name>
    <message>
        <source>Install another licence</source>
        <translation>Installer une autre licence</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>The new licence</source>
        <translation>La nouvelle licence</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and CT_SIGNATURE=…</source>
        <translation>Collez la licence ici ou déposez son fichier : des lignes telles que CT_LICENSEE=… et CT_SIGNATURE=…</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>No licence can be found in this text.</source>
        <translation>Aucune licence n’a été trouvée dans ce texte.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>Titulaire</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>Localisateur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Open Licence</source>
        <translation>Ouvrir une licence</translation>
    </message>
    <message>
        <source>Licences (*.properties *.txt *.lic)</source>
        <translation>Licences (*.properties *.txt *.lic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Ce fichier ne peut pas être lu : %1</translation>
    </message>
    <message>
        <source>This file is too large for a licence.</source>
        <translation>Ce fichier est trop grand pour une licence.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicencePage</name>
    <message>
        <source>The licence is installed and in force.</source>
        <translation>La licence est installée et en vigueur.</translation>
    </message>
    <message>
        <source>Somebody else has changed the licence meanwhile. Look at what is in force now, and decide again.</source>
        <translation>Quelqu’un d’autre a modifié la licence entre-temps. Regardez ce qui est en vigueur et décidez à nouveau.</translation>
    </message>
    <message>
        <source>Remove Licence</source>
        <translation>Retirer la licence</translation>
    </message>
    <message>
        <source>Remove the licence? Sessions go on; how many people can come is then what the server gives without one.</source>
        <translation>Retirer la licence ? Les sessions continuent ; le nombre de personnes admises sera alors celui que le serveur offre sans licence.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>The licence is removed.</source>
        <translation>La licence est retirée.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceView</name>
    <message>
        <source>Licence in force</source>
        <translation>Licence en vigueur</translation>
    </message>
    <message>
        <source>&amp;Remove Licence…</source>
        <translation>&amp;Retirer la licence…</translation>
    </message>
    <message>
        <source>Licensee:</source>
        <translation>Titulaire :</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Connexions :</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>Dernier jour :</translation>
    </message>
    <message>
        <source>Locator:</source>
        <translation>Localisateur :</translation>
    </message>
    <message>
        <source>Seats:</source>
        <translation>Places :</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>Contrôles :</translation>
    </message>
    <message>
        <source>The server&apos;s settings have it (CT_LICENSEE and its companions). It can be changed there only.</source>
        <translation>Elle vient des paramètres du serveur (CT_LICENSEE et associés). Elle ne se modifie que là.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LockoutsBox</name>
    <message>
        <source>Locked addresses</source>
        <translation>Adresses bloquées</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Débloquer</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 peut réessayer.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogView</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>Précéde&amp;nt</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Sui&amp;vre</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>Informations et plus graves</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>Depuis l’autre bout</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogsPage</name>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Télécharger…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>&amp;Journal :</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>Il n’y a pas de journaux.</translation>
    </message>
    <message>
        <source>The server writes them to CT_LOG_DIR once there is something to say.</source>
        <translation>Le serveur les écrit dans CT_LOG_DIR dès qu’il a quelque chose à dire.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Regarder à nouveau</translation>
    </message>
    <message>
        <source>Download Log</source>
        <translation>Télécharger le journal</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>Le journal est dans %1.</translation>
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
        <translation>%1, part de la limite</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Utilisateurs en ligne</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Connections in sessions</source>
        <translation>Connexions dans les sessions</translation>
    </message>
    <message>
        <source>Server lag</source>
        <translation>Latence du serveur</translation>
    </message>
    <message>
        <source>Sessions hosted so far</source>
        <translation>Sessions hébergées jusqu’ici</translation>
    </message>
    <message>
        <source>Clients downloaded so far</source>
        <translation>Clients téléchargés jusqu’ici</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <extracomment>%1 is a number, or a time in milliseconds</extracomment>
        <translation>sur %1 au plus</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsForm</name>
    <message>
        <source>StatsD and Prometheus</source>
        <translation>StatsD et Prometheus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Where metrics go</source>
        <translation>Où vont les métriques</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Empty: the present one stays</source>
        <translation>Vide : l’actuel reste</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>&amp;Mode :</translation>
    </message>
    <message>
        <source>&amp;Protocol:</source>
        <translation>&amp;Protocole :</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Hôte :</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort :</translation>
    </message>
    <message>
        <source>P&amp;refix:</source>
        <translation>P&amp;réfixe :</translation>
    </message>
    <message>
        <source>To&amp;ken of scrapes:</source>
        <translation>&amp;Jeton des collectes :</translation>
    </message>
    <message>
        <source>The server&apos;s settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can be changed there only.</source>
        <translation>Tout vient des paramètres du serveur (CT_METRICS_… et CT_PROMETHEUS_…). Cela ne se modifie que là.</translation>
    </message>
    <message>
        <source>The server&apos;s settings have some of it: those fields can be changed there only.</source>
        <translation>Une partie vient des paramètres du serveur : ces champs ne se modifient que là.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Préfixe</translation>
    </message>
    <message>
        <source>Token of scrapes</source>
        <translation>Jeton des collectes</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>celui que vous avez saisi</translation>
    </message>
    <message>
        <source>Where shall metrics be sent?</source>
        <translation>Où envoyer les métriques ?</translation>
    </message>
    <message>
        <source>This is no name or address of a computer, such as metrics.example.com.</source>
        <translation>Ce n’est pas le nom ni l’adresse d’un ordinateur, comme metrics.example.com.</translation>
    </message>
    <message>
        <source>A prefix is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>Un préfixe se compose de lettres, chiffres, points, tirets et tirets bas.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is StatsD or Prometheus, %2 what happened</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>A token has at least 16 letters of ASCII and no spaces.</source>
        <translation>Un jeton a au moins 16 caractères ASCII et aucun espace.</translation>
    </message>
    <message>
        <source>Re&amp;move the present token: whoever reaches the server may scrape then</source>
        <translation>Reti&amp;rer le jeton actuel : qui atteint le serveur peut alors relever les métriques</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPage</name>
    <message>
        <source>The metrics integration is in force.</source>
        <translation>L’intégration des métriques est en vigueur.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message>
        <source>What is told</source>
        <translation>Ce qui est transmis</translation>
    </message>
    <message>
        <source>To StatsD</source>
        <translation>À StatsD</translation>
    </message>
    <message>
        <source>To a scrape of Prometheus</source>
        <translation>À une collecte de Prometheus</translation>
    </message>
    <message>
        <source>Copy Scrape &amp;Configuration</source>
        <translation>Copier la &amp;configuration de collecte</translation>
    </message>
    <message>
        <source>Copy Grafana &amp;Dashboard</source>
        <translation>Copier le tableau de bor&amp;d Grafana</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>%Ln paquet envoyé depuis le démarrage</numerusform>
            <numerusform>%Ln paquets envoyés depuis le démarrage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln n’a pas pu être envoyé</numerusform>
            <numerusform>%Ln n’ont pas pu être envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>StatsD: %1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>StatsD : %1, %2.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::OverviewPage</name>
    <message>
        <source>Users, sessions and connections now</source>
        <translation>Utilisateurs, sessions et connexions maintenant</translation>
    </message>
    <message>
        <source>Server lag now</source>
        <translation>Latence du serveur maintenant</translation>
    </message>
    <message>
        <source>Server lag in ms</source>
        <translation>Latence du serveur en ms</translation>
    </message>
    <message>
        <source>Users and sessions of 30 days</source>
        <translation>Utilisateurs et sessions sur 30 jours</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>Utilisateurs en ligne</translation>
    </message>
    <message>
        <source>Users in sessions</source>
        <translation>Utilisateurs dans des sessions</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Activité récente</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Maintenant</translation>
    </message>
    <message>
        <source>La&amp;g</source>
        <translation>&amp;Latence</translation>
    </message>
    <message>
        <source>&amp;30 Days</source>
        <translation>&amp;30 jours</translation>
    </message>
    <message>
        <source>Recent Acti&amp;vity</source>
        <translation>Acti&amp;vité récente</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackageUploads</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>How much of the package has been sent</source>
        <translation>Part du paquet déjà envoyée</translation>
    </message>
    <message>
        <source>It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains&apos; IDEs.</source>
        <translation>Ce n’est ni un .vsix pour VS Code ni le .zip d’un plugin pour les IDE de JetBrains.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>Ce fichier ne peut pas être lu : %1</translation>
    </message>
    <message>
        <source>This server takes no packages.</source>
        <translation>Ce serveur n’accepte pas de paquets.</translation>
    </message>
    <message>
        <source>It is bigger than the server takes (%1).</source>
        <extracomment>%1 is a size such as 256 MiB</extracomment>
        <translation>Il est plus grand que ce que le serveur accepte (%1).</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Envoi de %1</translation>
    </message>
    <message>
        <source>%1 is offered now.</source>
        <translation>%1 est maintenant proposé.</translation>
    </message>
    <message>
        <source>The server checks %1</source>
        <translation>Le serveur vérifie %1</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>%1 n’a pas été accepté. %2</translation>
    </message>
    <message>
        <source>%1 was not sent to its end, and the server keeps nothing of it.</source>
        <translation>%1 n’a pas été envoyé jusqu’au bout, et le serveur n’en garde rien.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackagesPage</name>
    <message>
        <source>Copy &amp;Link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>Copier l’&amp;empreinte</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Choose a package above</source>
        <translation>Choisissez un paquet ci-dessus</translation>
    </message>
    <message>
        <source>Download link:</source>
        <translation>Lien de téléchargement :</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256 :</translation>
    </message>
    <message>
        <source>Downloads ever:</source>
        <translation>Téléchargements au total :</translation>
    </message>
    <message>
        <source>This server offers no packages.</source>
        <translation>Ce serveur ne propose aucun paquet.</translation>
    </message>
    <message>
        <source>Its setting CT_NOCLIENTS says so. Change it there, and restart the server.</source>
        <translation>Son paramètre CT_NOCLIENTS en décide ainsi. Modifiez-le et redémarrez le serveur.</translation>
    </message>
    <message>
        <source>There are no packages for IDEs yet.</source>
        <translation>Il n’y a pas encore de paquets pour les IDE.</translation>
    </message>
    <message>
        <source>Put a .vsix into the folder vscode, or a JetBrains plugin&apos;s .zip into intellij, of the server&apos;s folder CT_CLIENTS_DIR. Seconds later it is offered at /clients.</source>
        <translation>Placez un .vsix dans le dossier vscode, ou le .zip d’un plugin JetBrains dans intellij, du dossier CT_CLIENTS_DIR du serveur. Quelques secondes plus tard, il est proposé sous /clients.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Regarder à nouveau</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an IDE, %2 how often its packages were downloaded</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Eclipse update site of version %1</source>
        <translation>Site de mise à jour Eclipse, version %1</translation>
    </message>
    <message>
        <source>&amp;Upload Packages…</source>
        <translation>&amp;Envoyer des paquets…</translation>
    </message>
    <message>
        <source>&amp;Remove Package…</source>
        <translation>&amp;Supprimer le paquet…</translation>
    </message>
    <message>
        <source>%1 %2 is offered now.</source>
        <translation>%1 %2 est maintenant proposé.</translation>
    </message>
    <message>
        <source>Or drop files here: a .vsix for VS Code, a plugin&apos;s .zip for JetBrains&apos; IDEs.</source>
        <translation>Ou déposez des fichiers ici : un .vsix pour VS Code, le .zip d’un plugin pour les IDE de JetBrains.</translation>
    </message>
    <message>
        <source>Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains&apos; IDEs: it is offered at /clients at once.</source>
        <translation>Déposez ici un .vsix pour VS Code ou le .zip d’un plugin pour les IDE de JetBrains : il est aussitôt proposé sous /clients.</translation>
    </message>
    <message>
        <source>Upload Packages</source>
        <translation>Envoyer des paquets</translation>
    </message>
    <message>
        <source>Packages (*.vsix *.zip)</source>
        <translation>Paquets (*.vsix *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Remove Package</source>
        <translation>Supprimer le paquet</translation>
    </message>
    <message>
        <source>Remove %1 %2 for %3? Its file %4 is deleted from the server&apos;s folder, and its download link leads nowhere then. Whoever has installed it keeps it.</source>
        <translation>Supprimer %1 %2 pour %3 ? Son fichier %4 est effacé du dossier du serveur et son lien de téléchargement ne mène plus nulle part. Qui l’a installé le garde.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>%1 %2 is removed.</source>
        <translation>%1 %2 est supprimé.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::Page</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message>
        <source>Filter by name, client or address</source>
        <translation>Filtrer par nom, client ou adresse</translation>
    </message>
    <message>
        <source>Filter sessions and participants</source>
        <translation>Filtrer les sessions et les participants</translation>
    </message>
    <message>
        <source>Sessions and their participants</source>
        <translation>Sessions et leurs participants</translation>
    </message>
    <message>
        <source>Nobody works together right now.</source>
        <translation>Personne ne travaille ensemble en ce moment.</translation>
    </message>
    <message>
        <source>A session appears here as soon as somebody shares a workspace in an IDE whose client knows this server.</source>
        <translation>Une session apparaît ici dès que quelqu’un partage un espace de travail dans un IDE dont le client connaît ce serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Participant…</source>
        <translation>&amp;Retirer le participant…</translation>
    </message>
    <message>
        <source>&amp;End Session…</source>
        <translation>&amp;Terminer la session…</translation>
    </message>
    <message>
        <source>%1 is removed from the session and told so. The others go on. They may ask the host to let them in again.</source>
        <translation>%1 est retiré de la session et en est informé. Les autres continuent. La personne peut demander à l’hôte de la laisser revenir.</translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>La session se termine pour %n participant, hôte compris. Personne ne perd de fichiers : l’espace de travail est celui de l’hôte. Une nouvelle session peut être commencée.</numerusform>
            <numerusform>La session se termine pour les %n participants, hôte compris. Personne ne perd de fichiers : l’espace de travail est celui de l’hôte. Une nouvelle session peut être commencée.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a Participant</source>
        <translation>Retirer un participant</translation>
    </message>
    <message>
        <source>End a Session</source>
        <translation>Terminer une session</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>&amp;Terminer la session</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>La session est terminée.</translation>
    </message>
    <message>
        <source>%1 has been removed.</source>
        <translation>%1 a été retiré.</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>E&amp;xclure…</translation>
    </message>
    <message>
        <source>%1 is kept out.</source>
        <translation>%1 est exclu.</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::TokensBox</name>
    <message>
        <source>API tokens</source>
        <translation>Jetons d’API</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>&amp;Créer un jeton</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Ré&amp;voquer…</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind the number of a spin box</comment>
        <translation> jours</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>&amp;New token:</source>
        <translation>&amp;Nouveau jeton :</translation>
    </message>
    <message>
        <source>How many days it is good for</source>
        <translation>Combien de jours il est valable</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Le nouveau jeton</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>&amp;I Have It</source>
        <translation>&amp;Je l’ai</translation>
    </message>
    <message>
        <source>This is the token “%1”. Copy it now: it is not shown again.</source>
        <translation>Voici le jeton « %1 ». Copiez-le maintenant : il ne sera plus affiché.</translation>
    </message>
    <message>
        <source>Revoke Token</source>
        <translation>Révoquer le jeton</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused from then on.</source>
        <translation>Révoquer « %1 » ? Les programmes qui l’utilisent seront alors refusés.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Révoquer</translation>
    </message>
    <message>
        <source>The token is revoked.</source>
        <translation>Le jeton est révoqué.</translation>
    </message>
    <message>
        <source>There is no token yet. Give one a name below and make it.</source>
        <translation>Il n’y a pas encore de jeton. Donnez un nom ci-dessous et créez-en un.</translation>
    </message>
    <message>
        <source>Programs show a token instead of user and password. It can do what you can, but make no further tokens and change no password; one for reading only changes nothing.</source>
        <translation>Les programmes présentent un jeton au lieu de l’utilisateur et du mot de passe. Il peut ce que vous pouvez, sauf créer d’autres jetons ou changer un mot de passe ; un jeton en lecture seule ne modifie rien.</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>pour la lecture seule</translation>
    </message>
    <message>
        <source>for reading and changing</source>
        <translation>pour lire et modifier</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>À quoi il sert</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::ComparisonDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
    <message>
        <source>Save &amp;Mine</source>
        <translation>Enregistrer le &amp;mien</translation>
    </message>
    <message>
        <source>Take the &amp;Server&apos;s</source>
        <translation>Prendre celui du &amp;serveur</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you looked. Nothing was saved yet: compare, and decide which shall count.</source>
        <translation>Quelqu’un d’autre l’a modifié depuis votre lecture. Rien n’est encore enregistré : comparez et décidez ce qui doit compter.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Sur le serveur</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Ce que vous avez saisi</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::PasswordEdit</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::TimeChart</name>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Show as a &amp;table</source>
        <translation>Afficher sous forme de &amp;tableau</translation>
    </message>
    <message>
        <source>There are no figures yet. They are gathered while the server runs.</source>
        <translation>Il n’y a pas encore de chiffres. Ils sont recueillis pendant que le serveur fonctionne.</translation>
    </message>
</context>
</TS>
