/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <csv.h>
#include <glib.h>

G_BEGIN_DECLS

/* A record of a table that others wrote is never longer. */
#define MDG_CSV_MAX_RECORD_BYTES (1024u * 1024)

/**
 * MdgCsvProblem:
 * @MDG_CSV_FINE: none so far
 * @MDG_CSV_BROKEN_QUOTE: a quote that is never closed, or stands where none can be
 * @MDG_CSV_TOO_LONG: a record of more than %MDG_CSV_MAX_RECORD_BYTES
 *
 * Why a strict reader stopped.
 */
typedef enum
{
  MDG_CSV_FINE,
  MDG_CSV_BROKEN_QUOTE,
  MDG_CSV_TOO_LONG,
} MdgCsvProblem;

/**
 * MdgCsvReader:
 *
 * Reads comma-separated text (RFC 4180) record by record, without copying it as a whole: libcsv is
 * given one line at a time until it has a record.
 */
typedef struct
{
  /*< private >*/
  struct csv_parser parser;
  const char *cursor;
  const char *end;
  GString *text;
  GArray *starts;
  guint line;
  guint next_line;
  gboolean is_complete;
  gboolean is_strict;
  MdgCsvProblem problem;
} MdgCsvReader;

void mdg_csv_reader_init (MdgCsvReader *self, const char *text, gsize length);
void mdg_csv_reader_init_strict (MdgCsvReader *self,
                                 const char *text,
                                 gsize length,
                                 char delimiter);
void mdg_csv_reader_clear (MdgCsvReader *self);
gboolean mdg_csv_reader_next (MdgCsvReader *self);
MdgCsvProblem mdg_csv_reader_get_problem (const MdgCsvReader *self);
guint mdg_csv_reader_get_line (const MdgCsvReader *self);
guint mdg_csv_reader_get_last_line (const MdgCsvReader *self);
guint mdg_csv_reader_get_n (const MdgCsvReader *self);
const char *mdg_csv_reader_get (const MdgCsvReader *self, guint column);
const char *mdg_csv_reader_get_field (const MdgCsvReader *self, guint column, gsize *length);

/* The one place where text for spreadsheets is written, so that none of it becomes a formula. */
void mdg_csv_append (GString *out, const char *text);
void mdg_csv_append_cell (GString *out, const char *text);
const char *mdg_csv_unguard (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgCsvReader, mdg_csv_reader_clear)

G_END_DECLS
