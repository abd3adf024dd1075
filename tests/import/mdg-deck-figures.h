/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

/*
 * The figures of a made-up deck, each as it is printed. They obey every law, until a test alters
 * them: the laws are written here a second time, apart from those of the program.
 */

#define MDG_DECK_N_TYPES 5 /* the row of totals and the four facility types */
#define MDG_DECK_N_COLUMNS 3
#define MDG_DECK_N_BANDS 6

/* Which prefecture is like the one before it, where two are. */
#define MDG_DECK_TWIN ((MdgArea) 8)

/* Columns of the table of totals. */
enum
{
  MDG_DECK_VERIFICATIONS,
  MDG_DECK_MNC,
  MDG_DECK_CARD,
};

/* A row of a facility x prefecture table. */
typedef struct
{
  MdgArea area;
  guint rank;
  guint rank_previous;
  MdgDecimal rate;
  gint64 mnc;
  gint64 verifications;
  gboolean is_lost;
} MdgDeckCount;

/* A row of the table of rates. */
typedef struct
{
  MdgArea area;
  MdgDecimal rate;
  MdgDecimal change;
  gboolean is_lost;
} MdgDeckRate;

/* One statement of the status slide: now, and in brackets what it was before. */
typedef struct
{
  gint64 count;
  gint64 count_before;
  MdgDecimal share;
  MdgDecimal share_before;
} MdgDeckStatement;

/**
 * MdgDeckFigures:
 * @month: the month of the figures
 * @published: day of the meeting, which the cover prints
 * @totals: by facility type, the three counts of the table of totals
 * @views: by facility type, the three counts of the information views
 * @rates: the prefectures by code, and the nation last
 * @counts: by facility type from %MDG_FACILITY_HOSPITAL, the prefectures by rank
 * @holders: card holders
 * @registrants: people registered
 * @usage: verifications with an MNC
 * @population: people by the register of residents
 * @population_day: its day
 * @stock_before: the month at whose end @holders and @registrants had their earlier values
 * @flow_before: the month of the earlier value of @usage
 * @claims_month: the month of @claims_rate
 * @claims_rate: the claims-basis rate
 * @band_months: the earlier and the later month of the usage bands
 * @facilities: facilities counted in these
 * @bands: shares in these: all facilities under 10 %, of 30 % and over, and four that are not named
 * @insured: people whose cards expire
 *
 * All figures of a deck. A plain value: a copy is made by assignment.
 */
typedef struct
{
  MdgMonth month;
  MdgDay published;
  gboolean has_totals;
  gint64 totals[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS];
  gboolean totals_lost[MDG_DECK_N_TYPES];
  gboolean has_views;
  gint64 views[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS];
  gboolean views_lost[MDG_DECK_N_TYPES];
  gboolean has_rates;
  MdgDeckRate rates[MDG_N_AREAS];
  gboolean has_counts[MDG_DECK_N_TYPES];
  MdgDeckCount counts[MDG_DECK_N_TYPES][MDG_N_PREFECTURES];
  MdgDeckStatement holders;
  MdgDeckStatement registrants;
  MdgDeckStatement usage;
  gint64 population;
  MdgDay population_day;
  MdgMonth stock_before;
  MdgMonth flow_before;
  MdgMonth claims_month;
  MdgDecimal claims_rate;
  MdgMonth band_months[2];
  gint64 facilities[2];
  MdgDecimal bands[MDG_DECK_N_BANDS][2];
  gint64 insured;
} MdgDeckFigures;

void mdg_deck_figures_init (MdgDeckFigures *self, GRand *rand);
void mdg_deck_figures_init_for (MdgDeckFigures *self, GRand *rand, MdgMonth month);
void mdg_deck_figures_init_twins (MdgDeckFigures *self, GRand *rand);
gboolean mdg_deck_figures_obey (const MdgDeckFigures *self);
GArray *mdg_deck_figures_list (const MdgDeckFigures *self);

G_END_DECLS
