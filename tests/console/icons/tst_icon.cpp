// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/icons/icon.h"

#include <QDir>
#include <QGuiApplication>
#include <QPalette>
#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::icons;

namespace {

QImage drawn(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(24, 24), mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of what is drawn fully, where it is of one.
QColor inkOf(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

void setText(const QColor &active, const QColor &disabled)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, active);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, disabled);
    QGuiApplication::setPalette(palette);
}

QStringList names()
{
    QStringList found;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}))
        found.append(file.chopped(4));
    return found;
}

} // namespace

class TestIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconDrawsSomething();
    void noTwoIconsLookAlike();
    void goesAlongWithThePalette();
    void isPaleWhenDisabled();
    void staysInItsSquare();
    void keepsItsOwnColours();
    void isNothingForAnUnknownName();
};

void TestIcon::everyIconDrawsSomething()
{
    setText(Qt::black, Qt::gray);
    QVERIFY(names().size() > 30);
    for (const QString &name : names()) {
        const QImage image = drawn(icon(QLatin1StringView(name.toLatin1())));
        QCOMPARE(image.size(), QSize(24, 24));
        QVERIFY2(inkOf(image).isValid(), qPrintable(name));
    }
}

void TestIcon::noTwoIconsLookAlike()
{
    const QStringList all = names();
    QList<QImage> seen;
    for (const QString &name : all) {
        const QImage image = drawn(icon(QLatin1StringView(name.toLatin1())))
                                 .convertToFormat(QImage::Format_Alpha8);
        QVERIFY2(!seen.contains(image), qPrintable(name));
        seen.append(image);
    }
}

void TestIcon::goesAlongWithThePalette()
{
    const QIcon kept = icon("copy"_L1);
    setText(QColor(10, 20, 30), Qt::gray);
    QCOMPARE(inkOf(drawn(kept)), QColor(10, 20, 30));
    setText(QColor(240, 230, 220), Qt::gray);
    QCOMPARE(inkOf(drawn(kept)), QColor(240, 230, 220));
    QCOMPARE(inkOf(drawn(QIcon(kept))), QColor(240, 230, 220));
}

void TestIcon::isPaleWhenDisabled()
{
    setText(Qt::black, QColor(150, 151, 152));
    QCOMPARE(inkOf(drawn(icon("copy"_L1), QIcon::Disabled)), QColor(150, 151, 152));
}

void TestIcon::staysInItsSquare()
{
    const QImage wide = icon("ban"_L1).pixmap(QSize(80, 20)).toImage();
    QVERIFY(qAlpha(wide.pixel(5, 10)) == 0);
    QVERIFY(inkOf(wide.copy(30, 0, 20, 20).convertToFormat(QImage::Format_ARGB32)).isValid());
}

void TestIcon::keepsItsOwnColours()
{
    setText(Qt::black, Qt::gray);
    const QImage light = drawn(applicationIcon());
    setText(Qt::white, Qt::gray);
    QCOMPARE(drawn(applicationIcon()), light);
}

void TestIcon::isNothingForAnUnknownName()
{
    QVERIFY(icon("no such icon"_L1).isNull());
}

QTEST_MAIN(TestIcon)
#include "tst_icon.moc"
