/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgCsvReader:
 *
 * Reads comma-separated text (RFC 4180) record by record, without copying it as a whole.
 */
typedef struct
{
  /*< private >*/
  const char *cursor;
  const char *end;
  GString *text;
  GArray *starts;
  guint line;
  guint next_line;
} MdgCsvReader;

void mdg_csv_reader_init (MdgCsvReader *self, const char *text, gsize length);
void mdg_csv_reader_clear (MdgCsvReader *self);
gboolean mdg_csv_reader_next (MdgCsvReader *self);
guint mdg_csv_reader_get_line (MdgCsvReader *self);
guint mdg_csv_reader_get_n (MdgCsvReader *self);
const char *mdg_csv_reader_get (MdgCsvReader *self, guint column);

/* The one place where text for spreadsheets is written, so that none of it becomes a formula. */
void mdg_csv_append (GString *out, const char *text);
void mdg_csv_append_cell (GString *out, const char *text);
const char *mdg_csv_unguard (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgCsvReader, mdg_csv_reader_clear)

G_END_DECLS
