// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/demo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

// No such name can ever be looked up.
const QString address = u"https://demo.invalid/"_s;
const QString user = u"demo"_s;

} // namespace

Demo::Demo(const Clock &clock, RandomSource &random)
    : m_settings(m_folder.filePath(u"demo.ini"_s), QSettings::IniFormat),
      m_world(clock, random),
      m_program({clock, random, m_settings, m_secrets, [this] {
                     return std::make_unique<demo::DemoNetwork>(m_world);
                 }})
{ }

api::Connection *Demo::connection()
{
    api::ConnectionList &all = m_program.connections();
    return all.size() > 0 ? &all.at(0) : nullptr;
}

void Demo::begin(const QString &page)
{
    api::ServerProfile profile;
    profile.name = QCoreApplication::translate("Demo", "Demo server");
    profile.url = QUrl(address);
    profile.user = user;
    api::Connection &connection = m_program.connections().add(profile);
    connection.setSecret(api::Secret {user, user});
    window().go(connection.profile().url.toString(), page);
}

} // namespace ct::console::app
