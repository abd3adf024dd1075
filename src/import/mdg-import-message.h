/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The place of a figure that no table prints, but all their sums make. */
#define MDG_PLACE_SUMS "sums"

/**
 * MdgMessageCode:
 *
 * What an import report can say. Each code has a fixed number of arguments, which are machine
 * values (ids of the vocabulary, JIS codes, plain numbers, ISO months), so that a report that was
 * stored can be shown in either language.
 */
typedef enum
{
  /* Laws that do not hold. */
  MDG_MESSAGE_SUM_OPEN,    /* measure, printed total, sum of the rows, difference */
  MDG_MESSAGE_ROW_OPEN,    /* facility type, insurance card, MNC, verifications, difference */
  MDG_MESSAGE_CELL_TOLD,   /* facility type, measure, printed, value that closes the sums */
  MDG_MESSAGE_RATE_OPEN,   /* area, printed rate, rate of its counts */
  MDG_MESSAGE_POOLED_OPEN, /* area, printed rate, pooled rate */
  MDG_MESSAGE_RANK_OPEN,   /* area, printed rank, rank by its counts */
  MDG_MESSAGE_PREVIOUS_RANK_OPEN, /* rank that stands twice or is out of range, area, area, missing rank */
  MDG_MESSAGE_NATIONAL_RATE_OPEN, /* printed rate, rate of the national counts */
  MDG_MESSAGE_CHANGE_OPEN, /* area, printed change, change by the known rate, rate of the month before */
  MDG_MESSAGE_PREVIOUS_RANK_KNOWN, /* area, printed previous rank, rank known of the month before */
  MDG_MESSAGE_IMPOSSIBLE,          /* measure, value */
  MDG_MESSAGE_RATE_IMPOSSIBLE,     /* area, rate, change */
  MDG_MESSAGE_EXCEEDS,             /* measure, people, measure, people of whom they are a part */
  MDG_MESSAGE_BANDS_EXCEED,        /* month, share, share */
  MDG_MESSAGE_ROW_TOLD_BY_RATE,    /* area */
  MDG_MESSAGE_ROW_TOLD_BY_POOLED,  /* area */
  MDG_MESSAGE_ROW_TOLD_BY_RANK,    /* area */
  MDG_MESSAGE_ROW_UNTOLD,          /* */
  MDG_MESSAGE_ROWS_SWAPPED,        /* area, area */
  MDG_MESSAGE_CULPRIT_UNTOLD,      /* */
  /* Tables that are not whole. */
  MDG_MESSAGE_INCOMPLETE,            /* rows found, rows wanted */
  MDG_MESSAGE_AREAS_MISSING,         /* areas, separated by spaces */
  MDG_MESSAGE_AREA_TWICE,            /* area */
  MDG_MESSAGE_ROW_UNREADABLE,        /* line number, the line */
  MDG_MESSAGE_TYPES_MISSING,         /* facility types, separated by spaces */
  MDG_MESSAGE_TYPE_UNTOLD,           /* */
  MDG_MESSAGE_COLUMNS_UNTOLD,        /* */
  MDG_MESSAGE_FRAGMENTS,             /* number of pieces */
  MDG_MESSAGE_BANDS_INCOMPLETE,      /* pairs found, pairs wanted */
  MDG_MESSAGE_FACILITIES_UNREADABLE, /* line number, the line */
  MDG_MESSAGE_DATE_UNTOLD,           /* */
  MDG_MESSAGE_DATE_ODD,              /* month printed, month of the deck */
  MDG_MESSAGE_PERIODS_DIFFER,        /* */
  /* Two readings of one figure; a place is a slide, or MDG_PLACE_SUMS. */
  MDG_MESSAGE_READINGS_DIFFER, /* measure, value, place, value, place */
  MDG_MESSAGE_READINGS_AGREE,  /* measure, value, place, value, place */
  MDG_MESSAGE_TWICE,           /* place of the other */
  /* Remarks. */
  MDG_MESSAGE_MISPRINT,          /* as printed, as read */
  MDG_MESSAGE_BASELINE_INFERRED, /* day */
  MDG_MESSAGE_BASELINE_DISPUTED, /* month printed, month of other decks */
  MDG_MESSAGE_BASELINE_UNTOLD,   /* */
  MDG_MESSAGE_TYPE_INFERRED,     /* */
  MDG_MESSAGE_TYPES_UNASSIGNED,  /* number of pairs */
  MDG_MESSAGE_IDENTIFIED,        /* facility type: which table it is, told by its sums */
  MDG_MESSAGE_TOTALS_REPAIRED,   /* */
  MDG_MESSAGE_HEADING_DISAGREES, /* facility type of the heading, facility type told by the sums */
  MDG_MESSAGE_HEADING_ONLY,      /* facility type of the heading */
  MDG_MESSAGE_TYPES_TIED,        /* facility types, separated by spaces */
  MDG_MESSAGE_PIECES_TIED,       /* */
  MDG_MESSAGE_NOT_POOLED,        /* */
  MDG_MESSAGE_MONTH_NOTE,        /* month printed, line number, month of the deck */
  /* Tables of cells; a place is the numbers of sheet (0 for none), row and column. */
  MDG_MESSAGE_CELL_UNREADABLE,     /* place, the cell */
  MDG_MESSAGE_CELL_AMBIGUOUS,      /* place, the cell */
  MDG_MESSAGE_CELL_NOTE,           /* place, the footnote */
  MDG_MESSAGE_CELL_UNIT,           /* place of the first, the unit */
  MDG_MESSAGE_CODE_ODD,            /* place, the code */
  MDG_MESSAGE_AREA_UNTOLD,         /* place, the cell */
  MDG_MESSAGE_ROW_TWICE,           /* place of the second, area */
  MDG_MESSAGE_TOTAL_LEFT_OUT,      /* place, the name of the row */
  MDG_MESSAGE_RATIO_READ,          /* */
  MDG_MESSAGE_BASIS_TOLD,          /* */
  MDG_MESSAGE_SKIPPED,             /* */
  MDG_MESSAGE_DERIVED_LEFT_OUT,    /* number of figures */
  MDG_MESSAGE_SUPERSEDED_LEFT_OUT, /* number of figures */
  MDG_MESSAGE_CLAIMS_UNPROVED,     /* number of figures */
  MDG_N_MESSAGES,
} MdgMessageCode;

/**
 * MdgImportMessage:
 * @code: what is said
 * @args: (array zero-terminated=1): its arguments
 *
 * One sentence of an import report.
 */
typedef struct
{
  MdgMessageCode code;
  char **args;
} MdgImportMessage;

MdgImportMessage *mdg_import_message_new (MdgMessageCode code, ...) G_GNUC_NULL_TERMINATED;
MdgImportMessage *mdg_import_message_new_args (MdgMessageCode code, const char *const *args);
void mdg_import_message_free (MdgImportMessage *self);
char *mdg_import_message_render (const MdgImportMessage *self);
const char *mdg_message_code_get_id (MdgMessageCode code);
gboolean mdg_message_code_from_id (const char *id, MdgMessageCode *code);
guint mdg_message_code_get_n_args (MdgMessageCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportMessage, mdg_import_message_free)

G_END_DECLS
