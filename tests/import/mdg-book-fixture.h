/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Spreadsheets for tests: archives of a few parts, written as the programs write them. */

GBytes *mdg_book_fixture_xlsx (const char *rows, const char *styles, const char *strings);
GBytes *mdg_book_fixture_ods (const char *tables);
char *mdg_book_fixture_column (guint column);

G_END_DECLS
