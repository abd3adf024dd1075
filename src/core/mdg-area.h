/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/mdg-language.h"

G_BEGIN_DECLS

/**
 * MdgArea:
 *
 * A place figures are reported for: 0 is the nation, 1 to 47 are the prefectures by JIS X 0401 code
 * (the same numbers as ISO 3166-2:JP).
 */
typedef guint8 MdgArea;

#define MDG_AREA_NATIONAL ((MdgArea) 0)
#define MDG_N_PREFECTURES 47
#define MDG_N_AREAS (MDG_N_PREFECTURES + 1)
#define MDG_AREA_NONE ((MdgArea) 255)

/**
 * MdgRegion:
 * @MDG_REGION_NONE: the region of the nation, which has none
 *
 * One of the eight regions that the prefectures are usually grouped into, from north to south.
 */
typedef enum
{
  MDG_REGION_NONE,
  MDG_REGION_HOKKAIDO,
  MDG_REGION_TOHOKU,
  MDG_REGION_KANTO,
  MDG_REGION_CHUBU,
  MDG_REGION_KINKI,
  MDG_REGION_CHUGOKU,
  MDG_REGION_SHIKOKU,
  MDG_REGION_KYUSHU_OKINAWA,
  MDG_N_REGIONS,
} MdgRegion;

gboolean mdg_area_is_prefecture (MdgArea area);
const char *mdg_area_get_code (MdgArea area);
const char *mdg_area_get_name (MdgArea area);
const char *mdg_area_get_short_name (MdgArea area);
const char *mdg_area_get_kana (MdgArea area);
const char *mdg_area_get_romaji (MdgArea area);
const char *mdg_area_get_label (MdgArea area, MdgLanguage language);
MdgRegion mdg_area_get_region (MdgArea area);
guint mdg_region_get_areas (MdgRegion region, MdgArea members[MDG_N_PREFECTURES]);
const char *mdg_region_get_label (MdgRegion region, MdgLanguage language);
gboolean mdg_area_from_code (const char *code, MdgArea *area);
gboolean mdg_area_from_name (const char *name, gssize length, MdgArea *area);
gboolean mdg_area_matches (MdgArea area, const char *query);

G_END_DECLS
