// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/transferpace.h"

#include <QTest>

using namespace std::chrono_literals;

namespace ct::server::front {

class TestTransferPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithWhatIsTransferred();
    void dripsDoNotProlongIt();
};

void TestTransferPace::growsWithWhatIsTransferred()
{
    QCOMPARE(timeAllowed(30s, 0), 30'000ms);
    QCOMPARE(timeAllowed(30s, 16LL * 1024 * 60), 90'000ms);
}

void TestTransferPace::dripsDoNotProlongIt()
{
    QCOMPARE(timeAllowed(30s, 1'000), 30'000ms);
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestTransferPace)
#include "tst_transferpace.moc"
