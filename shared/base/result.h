// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace ct {

/// A value or the Error that kept it from being made: the std::expected subset we use, under
/// the same member names, but built from an Error directly, without std::unexpected.
template<typename T>
class [[nodiscard]] Result
{
    static_assert(!std::is_same_v<std::remove_cvref_t<T>, Error>, "a Result of Error is ambiguous");

public:
    Result(T value) : m_data(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_data(std::in_place_index<1>, std::move(error)) { }

    bool has_value() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T &operator*() const & { return *std::get_if<0>(&m_data); }
    T &&operator*() && { return std::move(*std::get_if<0>(&m_data)); }
    const T *operator->() const { return std::get_if<0>(&m_data); }
    const Error &error() const { return *std::get_if<1>(&m_data); }

private:
    std::variant<T, Error> m_data;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_data(std::move(error)) { }

    bool has_value() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    const Error &error() const { return *std::get_if<1>(&m_data); }

private:
    std::variant<std::monostate, Error> m_data;
};

using Status = Result<void>;

} // namespace ct
