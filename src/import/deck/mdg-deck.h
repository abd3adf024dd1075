/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "core/mdg-day.h"
#include "core/mdg-decimal.h"
#include "core/mdg-vocabulary.h"
#include "import/deck/mdg-deck-slides.h"

G_BEGIN_DECLS

/*
 * What the parser found in a deck's text: candidates, read as they are printed. Nothing here is
 * proved, and nothing is an observation yet. All `line` members are indices into the document.
 */

#define MDG_N_TYPE_ROWS (MDG_FACILITY_PHARMACY + 1)
#define MDG_N_TYPE_COLUMNS 3

/**
 * MdgTypeTable:
 * @values: by facility type, three counts
 * @n_values: by facility type, how many counts its row has; 0 for no row
 * @lines: by facility type, where its row stands
 * @line: where the table begins
 * @others: (nullable) (element-type MdgTypeTable): other readings of the same text, if they satisfy
 *   the laws as well as this one does
 *
 * A table with a row for each facility type, such as those of slide 1.
 */
typedef struct
{
  gint64 values[MDG_N_TYPE_ROWS][MDG_N_TYPE_COLUMNS];
  guint n_values[MDG_N_TYPE_ROWS];
  guint lines[MDG_N_TYPE_ROWS];
  guint line;
  GPtrArray *others;
} MdgTypeTable;

/* Columns of the table of totals. */
enum
{
  MDG_COLUMN_VERIFICATIONS,
  MDG_COLUMN_MNC,
  MDG_COLUMN_INSURANCE_CARD,
};

/* A row of the prefecture slide. */
typedef struct
{
  MdgArea area;
  MdgDecimal rate;
  MdgDecimal change;
  guint line;
  gboolean is_doubtful; /* whether the values may be another area's, as where a cell is lost */
} MdgRateRow;

/* A row of a facility x prefecture table. A row that begins like one but cannot be read further is
 * kept, so that it can be named. */
typedef struct
{
  gboolean is_readable;
  MdgArea area;
  guint rank;
  guint rank_previous;
  MdgDecimal rate;
  gint64 mnc;
  gint64 verifications;
  guint line;
  const char *text; /* where it begins in its line, or NULL where it is not of one line */
} MdgCountRow;

/* One printed statement of slide 8: "R7.10月末：9,948万人（ 9,168万人）、全人口の79.9% （73.1％）". */
typedef struct
{
  MdgMeasure measure; /* CARD_HOLDERS, REGISTRANTS or MNC_COUNT */
  MdgMonth month;
  gint64 count;
  gint64 baseline_count; /* -1 if there is none */
  MdgDecimal share;
  MdgDecimal baseline_share;
  gboolean has_baseline_share;
  guint line;
} MdgHeadline;

/* A number of people without words around it. */
typedef struct
{
  gint64 count;
  char *misprint; /* as printed, if it had to be read against its letters; else NULL */
  guint line;
} MdgBareCount;

/* "※（ ）内は令和６年１月末時点" */
typedef struct
{
  MdgMonth month;
  gboolean is_end_of_month;
  guint line;
} MdgBaselineNote;

/* The claims-basis rate of a month. */
typedef struct
{
  MdgMonth month; /* MDG_MONTH_NONE where the text does not say */
  MdgDecimal rate;
  guint line;
} MdgClaimsRate;

/* "12月１日に被用者保険の加入者（約7,700万人）の健康保険証の有効期限が切れる" */
typedef struct
{
  int month;
  int day;
  gint64 count;
  guint line;
} MdgInsured;

/* A pair of shares of slide 11, of an earlier and a later month. */
typedef struct
{
  int limit; /* 10 or 30 percent, or what is printed; 0 where no label is left for the pair */
  gboolean is_over; /* "30%以上" rather than "10%未満" */
  MdgMonth months[2];
  MdgDecimal shares[2];
  guint line;
} MdgBandPair;

/* "施設数：206,126(R5.12)" */
typedef struct
{
  MdgMonth month;
  gint64 count;
  guint line;
} MdgFacilityCount;

/* A place of the text that says of which month the figures are. */
typedef struct
{
  MdgMonth month;
  MdgMonth printed; /* what is printed there: the month itself or, in some places, the one before */
  guint line;
} MdgMonthNote;

/**
 * MdgDeck:
 * @month: the month of the figures, by the most of @month_notes
 * @published: day of publication, if the text has it
 *
 * All candidates of one text.
 */
typedef struct
{
  const MdgDocument *document;
  MdgSlides *slides;
  char *title;
  MdgMonth month;
  MdgDay published;
  GArray *month_notes; /* MdgMonthNote */
  int month_number;    /* of 【10月分実績】, which prints no year; 0 if there is none */
  guint month_number_line;
  GPtrArray *type_tables;  /* MdgTypeTable */
  GPtrArray *rate_tables;  /* GArray of MdgRateRow */
  GPtrArray *count_pieces; /* GArray of MdgCountRow: unbroken runs of rows */
  GArray *headlines;       /* MdgHeadline */
  GArray *bare_counts;     /* MdgBareCount */
  GArray *baseline_notes;  /* MdgBaselineNote */
  MdgDay population_day;
  GArray *claims_rates;           /* MdgClaimsRate */
  GArray *insured;                /* MdgInsured */
  GArray *band_pairs;             /* MdgBandPair */
  GArray *facility_counts;        /* MdgFacilityCount */
  gboolean has_unread_facilities; /* a number of facilities that cannot be read */
  guint unread_facilities_line;
} MdgDeck;

MdgTypeTable *mdg_type_table_new (guint line);
void mdg_type_table_free (MdgTypeTable *self);
MdgDeck *mdg_deck_new (const MdgDocument *document);
void mdg_deck_free (MdgDeck *self);
gboolean mdg_deck_has_table (const MdgDeck *self);
int mdg_deck_get_page (const MdgDeck *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgTypeTable, mdg_type_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDeck, mdg_deck_free)

G_END_DECLS
