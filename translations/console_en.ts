<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>There were too many tries. Try again in %n second.</numerusform>
            <numerusform>There were too many tries. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>ended %n day ago</numerusform>
            <numerusform>ended %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>%Ln seat in use, without a limit</numerusform>
            <numerusform>%Ln seats in use, without a limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>%Ln of %1 seats in use</numerusform>
            <numerusform>%Ln of %1 seats in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>%Ln at once</numerusform>
            <numerusform>%Ln at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerFiles</name>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>%n server added</numerusform>
            <numerusform>%n servers added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n was there already</numerusform>
            <numerusform>%n were there already</numerusform>
        </translation>
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
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>The %Ln entry is as it was written.</numerusform>
            <numerusform>All %Ln entries are as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>%Ln entry exported.</numerusform>
            <numerusform>%Ln entries exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>It ends in %n day: get another one.</numerusform>
            <numerusform>It ends in %n days: get another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>It is good for %Ln more day.</numerusform>
            <numerusform>It is good for %Ln more days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>At least %n letter is needed.</numerusform>
            <numerusform>At least %n letters are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>%Ln packet sent since the start</numerusform>
            <numerusform>%Ln packets sent since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln could not be sent</numerusform>
            <numerusform>%Ln could not be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>The session ends for its %n participant, host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</numerusform>
            <numerusform>The session ends for all %n participants, host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</numerusform>
        </translation>
    </message>
</context>
</TS>
