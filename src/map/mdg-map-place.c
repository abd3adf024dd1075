/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-place.h"

#include <glib/gi18n.h>
#include <string.h>

#define TOKYO 13
#define KAGOSHIMA 46
#define OKINAWA 47

#define PLACE_CONTEXT "islands"

typedef struct
{
  const char *id;
  const char *label; /* of islands; regions have theirs in the vocabulary */
  MdgArea area;
  double west;
  double south;
  double east;
  double north;
} PlaceInfo;

/* The islands of a group, in degrees: rough, as only what is seen around them depends on it. */
static const PlaceInfo places[MDG_N_MAP_PLACES] = {
  [MDG_MAP_PLACE_JAPAN] = { .id = "japan" },
  [MDG_MAP_PLACE_HOKKAIDO] = { .id = "hokkaido" },
  [MDG_MAP_PLACE_TOHOKU] = { .id = "tohoku" },
  [MDG_MAP_PLACE_KANTO] = { .id = "kanto" },
  [MDG_MAP_PLACE_CHUBU] = { .id = "chubu" },
  [MDG_MAP_PLACE_KINKI] = { .id = "kinki" },
  [MDG_MAP_PLACE_CHUGOKU] = { .id = "chugoku" },
  [MDG_MAP_PLACE_SHIKOKU] = { .id = "shikoku" },
  [MDG_MAP_PLACE_KYUSHU_OKINAWA] = { .id = "kyushu-okinawa" },
  [MDG_MAP_PLACE_IZU] = { "izu", NC_ ("islands", "Izu Islands"), TOKYO, 139.0, 33.0, 139.9, 34.9 },
  [MDG_MAP_PLACE_OGASAWARA] = { "ogasawara", NC_ ("islands", "Ogasawara Islands"), TOKYO, 140.8,
                                26.5, 142.3, 27.8 },
  [MDG_MAP_PLACE_AMAMI] = { "amami", NC_ ("islands", "Amami Islands"), KAGOSHIMA, 128.3, 27.0,
                            130.1, 28.6 },
  [MDG_MAP_PLACE_OKINAWA] = { "okinawa", NC_ ("islands", "Okinawa Islands"), OKINAWA, 126.6, 26.0,
                              128.4, 27.1 },
  [MDG_MAP_PLACE_DAITO] = { "daito", NC_ ("islands", "Daito Islands"), OKINAWA, 131.1, 25.7, 131.4,
                            26.0 },
  [MDG_MAP_PLACE_SAKISHIMA] = { "sakishima", NC_ ("islands", "Sakishima Islands"), OKINAWA, 122.9,
                                24.0, 125.5, 25.0 },
};

/* Tokyo reaches a thousand kilometres into the ocean; its region is where its main part is. */
static const MdgBox *
get_area_box (MdgBoundaries *boundaries, MdgArea area)
{
  return area == TOKYO ? mdg_boundaries_get_main_box (boundaries, area)
                       : mdg_boundaries_get_area_box (boundaries, area);
}

static void
get_region_box (MdgRegion region, MdgBoundaries *boundaries, MdgBox *box)
{
  gboolean is_first = TRUE;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgBox *part = get_area_box (boundaries, area);

      if (mdg_area_get_region (area) != region)
        continue;
      if (is_first)
        *box = *part;
      is_first = FALSE;
      box->x0 = MIN (box->x0, part->x0);
      box->y0 = MIN (box->y0, part->y0);
      box->x1 = MAX (box->x1, part->x1);
      box->y1 = MAX (box->y1, part->y1);
    }
}

/**
 * mdg_map_place_get_id:
 * @place: a place
 *
 * Returns: its id, such as "kanto"
 */
const char *
mdg_map_place_get_id (MdgMapPlace place)
{
  g_return_val_if_fail (place < MDG_N_MAP_PLACES, "");

  return places[place].id;
}

/**
 * mdg_map_place_from_id:
 * @id: an id
 * @place: (out): the place, untouched on failure
 *
 * Returns: whether @id is the id of a place
 */
gboolean
mdg_map_place_from_id (const char *id, MdgMapPlace *place)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; i < MDG_N_MAP_PLACES; i++)
    if (strcmp (places[i].id, id) == 0)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_map_place_get_label:
 * @place: a place
 *
 * Returns: how it is called on screen
 */
const char *
mdg_map_place_get_label (MdgMapPlace place)
{
  g_return_val_if_fail (place < MDG_N_MAP_PLACES, "");

  if (place == MDG_MAP_PLACE_JAPAN)
    return _ ("All of Japan");
  if (places[place].label != NULL)
    return g_dpgettext2 (NULL, PLACE_CONTEXT, places[place].label);

  return mdg_region_get_label ((MdgRegion) place, mdg_language_get ());
}

/**
 * mdg_map_place_get_area:
 * @place: a place
 *
 * Returns: the prefecture to which islands belong; %MDG_AREA_NONE for a region
 */
MdgArea
mdg_map_place_get_area (MdgMapPlace place)
{
  g_return_val_if_fail (place < MDG_N_MAP_PLACES, MDG_AREA_NONE);

  return places[place].area != 0 ? places[place].area : MDG_AREA_NONE;
}

/**
 * mdg_map_place_get_box:
 * @place: a place
 * @boundaries: the shapes
 * @box: (out caller-allocates): where it is, in map units
 *
 * Gets what must be seen of a place: all prefectures of a region with their islands, but for Tokyo's
 * far ones; or all islands of a group.
 */
void
mdg_map_place_get_box (MdgMapPlace place, MdgBoundaries *boundaries, MdgBox *box)
{
  const PlaceInfo *info;

  g_return_if_fail (place < MDG_N_MAP_PLACES);

  info = &places[place];
  if (place == MDG_MAP_PLACE_JAPAN)
    *box = *mdg_boundaries_get_main_box (boundaries, MDG_AREA_NATIONAL);
  else if (info->label == NULL)
    get_region_box ((MdgRegion) place, boundaries, box);
  else
    {
      mdg_map_project (info->west, info->north, &box->x0, &box->y0);
      mdg_map_project (info->east, info->south, &box->x1, &box->y1);
    }
}
