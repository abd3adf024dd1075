/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

/* The tables that can be read. */
typedef enum
{
  MDG_TABLE_NONE, /* a slide without a table */
  MDG_TABLE_TOTALS,
  MDG_TABLE_VIEWS,
  MDG_TABLE_CLAIMS_RATE,
  MDG_TABLE_INSURED_AFFECTED,
  MDG_TABLE_POPULATION,
  MDG_TABLE_CARD_HOLDERS,
  MDG_TABLE_REGISTRANTS,
  MDG_TABLE_USAGE,
  MDG_TABLE_BANDS,
  MDG_TABLE_PREFECTURES,
  MDG_TABLE_FACILITY_PREFECTURES,
  MDG_TABLE_TIDY,   /* this program's own export */
  MDG_TABLE_COLUMN, /* a column of a table with a header row, by prefecture */
  MDG_N_TABLE_KINDS,
} MdgTableKind;

typedef enum
{
  MDG_ENTRY_VERIFIED,  /* every figure is proved by a law */
  MDG_ENTRY_PARTLY,    /* some figures are proved, the others only printed */
  MDG_ENTRY_PRINTED,   /* no law reaches the figures, or what would prove them is not there */
  MDG_ENTRY_REFUSED,   /* a law is broken or the table is not whole: nothing of it is handed out */
  MDG_ENTRY_MISSING,   /* a deck has such a table, this text does not */
  MDG_ENTRY_CHART,     /* a slide with a chart, without figures in the text */
  MDG_ENTRY_TEXT,      /* a slide of text only */
  MDG_ENTRY_CONTINUED, /* a slide on which a table of an earlier slide goes on */
  MDG_ENTRY_UNKNOWN,   /* a table that is none of those that are looked for */
  MDG_ENTRY_OPEN,      /* nothing is handed out before a question is answered */
  MDG_ENTRY_ACCEPTED,  /* refused, and taken as printed because the user wanted it */
  MDG_ENTRY_LEFT_OUT,  /* printed only, and left out because the user wanted only what is proved */
  MDG_N_ENTRY_STATUSES,
} MdgEntryStatus;

/**
 * MdgReportEntry:
 * @kind: the table, or %MDG_TABLE_NONE for a slide without one
 * @facility_type: for %MDG_TABLE_FACILITY_PREFECTURES its facility type; %MDG_N_FACILITY_TYPES
 *   where it cannot be told or does not apply
 * @page: slide number, or %MDG_PAGE_UNKNOWN
 * @title: the slide's title, may be empty
 * @status: what became of it
 * @n_verified: figures handed out as verified
 * @n_printed: figures handed out as printed
 * @n_confirmed: readings that agree with a figure another table hands out
 * @messages: (element-type MdgImportMessage): why, and remarks
 * @as_printed: (element-type MdgObservation): the figures of a refused table as they can be read,
 *   which are handed out only if the user wants them all the same; not kept with the report
 *
 * One table or slide in an import report.
 */
typedef struct
{
  MdgTableKind kind;
  MdgFacilityType facility_type;
  int page;
  char *title;
  MdgEntryStatus status;
  guint n_verified;
  guint n_printed;
  guint n_confirmed;
  GPtrArray *messages;
  GArray *as_printed;
} MdgReportEntry;

/**
 * MdgImportReport:
 * @title: title of the publication
 * @month: the month it is about, or %MDG_MONTH_NONE
 * @entries: (element-type MdgReportEntry): every slide and every table, by page
 *
 * What was read from a file, what was proved, and what was refused and why.
 */
typedef struct
{
  char *title;
  MdgMonth month;
  GPtrArray *entries;
} MdgImportReport;

MdgReportEntry *mdg_report_entry_new (MdgTableKind kind, int page);
void mdg_report_entry_free (MdgReportEntry *self);
void mdg_report_entry_take (MdgReportEntry *self, MdgImportMessage *message);
gboolean mdg_report_entry_says (const MdgReportEntry *self, MdgMessageCode code);
char *mdg_report_entry_get_label (const MdgReportEntry *self);
char *mdg_report_entry_get_summary (const MdgReportEntry *self);

MdgImportReport *mdg_import_report_new (void);
void mdg_import_report_free (MdgImportReport *self);
guint mdg_import_report_count (const MdgImportReport *self, MdgEntryStatus status);
guint mdg_import_report_get_n_stored (const MdgImportReport *self);
char *mdg_import_report_serialize (const MdgImportReport *self);
MdgImportReport *mdg_import_report_parse (const char *text, GError **error);
char *mdg_import_report_render (const MdgImportReport *self);

const char *mdg_table_kind_get_id (MdgTableKind kind);
gboolean mdg_table_kind_from_id (const char *id, MdgTableKind *kind);
const char *mdg_table_kind_get_label (MdgTableKind kind);
const char *mdg_entry_status_get_id (MdgEntryStatus status);
gboolean mdg_entry_status_from_id (const char *id, MdgEntryStatus *status);
const char *mdg_entry_status_get_label (MdgEntryStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgReportEntry, mdg_report_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportReport, mdg_import_report_free)

G_END_DECLS
