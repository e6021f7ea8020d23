// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/sessionlog.h"
#include "tests/server/logging/logfolder.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;
using namespace std::chrono_literals;

class TestSessionLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAnEvent();
    void leavesOutWhatIsEmpty();
    void aNameForgesNoField();
    void fieldsAreBounded();

private:
    QByteArray written(const SessionLine &line);
};

QByteArray TestSessionLog::written(const SessionLine &line)
{
    const ct::test::LogFolder folder;
    const ct::test::FakeClock clock;
    LogWriter writer(10);
    SessionLog log(writer, folder.config, clock);
    log.write(line);
    writer.stop();
    return folder.text(u"sessions.log"_s);
}

void TestSessionLog::writesAnEvent()
{
    SessionLine line;
    line.at = ct::WallTime(1'763'929'220s + 45ms);
    line.event = "joined"_ba;
    line.session = "Abc123"_ba;
    line.participant = "Def456"_ba;
    line.role = "guest"_ba;
    line.user = u"Jürgen Meier"_s;
    line.email = u"j@a.example"_s;
    line.provider = u"Simple"_s;
    line.address = u"2001:db8::1"_s;
    line.client = u"VS Code 1.90"_s;
    line.reason = u"asked \"nicely\""_s;
    QCOMPARE(
        written(line),
        "2025-11-23T20:20:20.045Z event=joined session=Abc123 participant=Def456 role=guest "
        "user=\"Jürgen Meier\" email=\"j@a.example\" provider=Simple address=2001:db8::1 "
        "client=\"VS Code 1.90\" reason=\"asked \\\"nicely\\\"\"\n"_ba);
}

void TestSessionLog::leavesOutWhatIsEmpty()
{
    SessionLine line;
    line.event = "ended"_ba;
    QCOMPARE(written(line), "1970-01-01T00:00:00.000Z event=ended\n"_ba);
}

void TestSessionLog::aNameForgesNoField()
{
    SessionLine line;
    line.event = "joined"_ba;
    line.user = u"Eve\" role=\"host\n2025-11-23T20:20:20.000Z event=ended"_s;
    line.address = u"1.2.3.4 role=host"_s;
    const QByteArray text = written(line);
    QCOMPARE(text.count('\n'), 1);
    QVERIFY(text.contains("user=\"Eve\\\" role=\\\"host\\n2025-11-23T"));
    QVERIFY(text.contains("address=\"1.2.3.4 role=host\""));
}

void TestSessionLog::fieldsAreBounded()
{
    SessionLine line;
    line.event = QByteArray(100'000, 'x');
    line.session = line.event;
    line.user = QString(100'000, u'\n');
    line.reason = line.user;
    QVERIFY(written(line).size() < 8192);
}

QTEST_GUILESS_MAIN(TestSessionLog)
#include "tst_sessionlog.moc"
