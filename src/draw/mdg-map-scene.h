/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-class-options.h"
#include "draw/mdg-boundaries.h"
#include "draw/mdg-palette.h"

G_BEGIN_DECLS

/**
 * MdgMapOptions:
 * @classes: how the values are divided
 * @palette: what the colours stand on
 * @scheme: the family of colours, where it can be chosen: not for changes and differences
 * @show_extremes: whether the first and last five are marked, as on the ministry's slide
 * @isolated: index of the only legend entry in colour, or -1 for all
 *
 * How a map is shown. Start from %MDG_MAP_OPTIONS_INIT.
 */
typedef struct
{
  MdgClassOptions classes;
  MdgPaletteMode palette;
  MdgPaletteScheme scheme;
  gboolean show_extremes;
  int isolated;
} MdgMapOptions;

#define MDG_MAP_OPTIONS_INIT           \
  {                                    \
    .classes = MDG_CLASS_OPTIONS_INIT, \
    .palette = MDG_PALETTE_LIGHT,      \
    .scheme = MDG_PALETTE_SCHEME_SEA,  \
    .show_extremes = FALSE,            \
    .isolated = -1,                    \
  }

/* The mark of the selection, in pixels. Islands that are smaller have none: it would hide them. */
#define MDG_MAP_OUTLINE_WIDTH 2.2
#define MDG_MAP_OUTLINE_LEAST_SIZE 7.0

/* How many first and last prefectures the ministry's slide marks. */
#define MDG_MAP_N_EXTREMES 5

/**
 * MdgExtreme:
 * @MDG_EXTREME_NONE: neither
 * @MDG_EXTREME_TOP: among the first %MDG_MAP_N_EXTREMES by rank
 * @MDG_EXTREME_BOTTOM: among the last as many
 *
 * Which prefectures the ministry's slide marks.
 */
typedef enum
{
  MDG_EXTREME_NONE,
  MDG_EXTREME_TOP,
  MDG_EXTREME_BOTTOM,
} MdgExtreme;

/**
 * MdgMapValue:
 * @known: whether there is a value; all else is only meaningful if so
 * @observation: the figure
 * @entry: index of its legend entry (also where @known is false)
 * @rank: its rank among all 47, or 0 where not all are known
 * @extreme: whether it is among the first or last five
 * @has_change: whether the change since the month before is known
 * @change: that change, in percentage points
 *
 * What a map knows of one prefecture.
 */
typedef struct
{
  gboolean known;
  MdgObservation observation;
  guint entry;
  guint rank;
  MdgExtreme extreme;
  gboolean has_change;
  MdgDecimal change;
} MdgMapValue;

/**
 * MdgMapEntry:
 * @color: the colour of the class, or of the ground where there is no figure
 * @hatched: whether this is the entry for prefectures without a figure
 * @n_areas: how many prefectures are in it
 * @lower: the lower bound of the class, which belongs to the class below, if there is one
 * @upper: the upper bound of the class, which belongs to it
 * @lowest: the least figure in it, if there is any
 * @highest: the greatest figure in it, if there is any
 * @label: its bounds for people, such as "31.02–34.43", or "No data"
 *
 * One entry of the legend: the classes from low to high, then, if any prefecture is not known, the
 * entry for those. What the label says of a class is decided by
 * [func@mdg_class_options_shows_bounds]; only where it says bounds can a class be empty.
 */
typedef struct
{
  MdgColor color;
  gboolean hatched;
  guint n_areas;
  MdgDecimal lower;
  MdgDecimal upper;
  MdgDecimal lowest;
  MdgDecimal highest;
  char *label;
} MdgMapEntry;

/**
 * MdgMapCamera:
 * @center_x: the place in the middle, in map units
 * @center_y: the place in the middle, in map units
 * @scale: pixels to a map unit, that is 2 to the power of the zoom level
 * @width: width of the picture in pixels
 * @height: height of the picture in pixels
 * @detail: device pixels to a pixel of the picture, for the choice of the level of detail: 2 on a
 *   screen of double density, more for files that are enlarged
 *
 * Which part of the map a picture shows.
 */
typedef struct
{
  double center_x;
  double center_y;
  double scale;
  double width;
  double height;
  double detail;
} MdgMapCamera;

/**
 * MdgMapScene:
 *
 * A map of one measure in one month for one facility type: an immutable, reference-counted value,
 * drawn with the same code to the screen, to files and to paper. May be drawn in any thread.
 */
typedef struct _MdgMapScene MdgMapScene;

#define MDG_TYPE_MAP_SCENE (mdg_map_scene_get_type ())
GType mdg_map_scene_get_type (void);
MdgMapScene *mdg_map_scene_new (MdgBoundaries *boundaries,
                                MdgFigures *figures,
                                const MdgScope *scope,
                                const MdgMapOptions *options);
MdgMapScene *mdg_map_scene_new_after (MdgMapScene *before,
                                      MdgBoundaries *boundaries,
                                      MdgFigures *figures,
                                      const MdgScope *scope,
                                      const MdgMapOptions *options);
MdgMapScene *mdg_map_scene_ref (MdgMapScene *self);
void mdg_map_scene_unref (MdgMapScene *self);
MdgBoundaries *mdg_map_scene_get_boundaries (MdgMapScene *self);
const MdgScope *mdg_map_scene_get_scope (MdgMapScene *self);
const MdgMapOptions *mdg_map_scene_get_options (MdgMapScene *self);
const MdgMapValue *mdg_map_scene_get_value (MdgMapScene *self, MdgArea area);
guint mdg_map_scene_get_n_known (MdgMapScene *self);
gboolean mdg_map_scene_has_ranks (MdgMapScene *self);
const MdgClasses *mdg_map_scene_get_classes (MdgMapScene *self);
gboolean mdg_map_scene_get_goodness (MdgMapScene *self, MdgDecimal *goodness);
gboolean mdg_map_scene_get_breaks (MdgMapScene *self, MdgClassBreaks *breaks);
guint mdg_map_scene_get_n_entries (MdgMapScene *self);
const MdgMapEntry *mdg_map_scene_get_entry (MdgMapScene *self, guint index);
MdgColor mdg_map_scene_get_color (MdgMapScene *self, MdgArea area);
gboolean mdg_map_scene_is_hatched (MdgMapScene *self, MdgArea area);
MdgArea mdg_map_scene_get_first (MdgMapScene *self);
MdgArea mdg_map_scene_get_last (MdgMapScene *self);
gboolean mdg_map_scene_same_picture (MdgMapScene *self, MdgMapScene *other);

/* Text, in the language of the screen. */
char *mdg_map_scene_dup_title (MdgMapScene *self);
char *mdg_map_scene_dup_subtitle (MdgMapScene *self);
char *mdg_map_scene_dup_source (MdgMapScene *self);
char *mdg_map_scene_dup_range (MdgMapScene *self);
char *mdg_map_scene_dup_scale_note (MdgMapScene *self);
char *mdg_map_scene_dup_distribution (MdgMapScene *self);
char *mdg_map_scene_dup_axis_end (MdgMapScene *self, gboolean upper);
char *mdg_map_scene_dup_method_note (MdgMapScene *self);
char *mdg_map_scene_dup_value_text (MdgMapScene *self, MdgArea area);
char *mdg_map_scene_dup_area_text (MdgMapScene *self, MdgArea area);
char *mdg_map_scene_dup_reading (MdgMapScene *self, MdgArea area);
char *mdg_map_scene_dup_tooltip (MdgMapScene *self, MdgArea area);
char *mdg_map_scene_dup_summary (MdgMapScene *self);
const char *mdg_map_get_credit (void);

/* Drawing. */
void mdg_map_camera_fit (MdgMapCamera *self, const MdgBox *box, double margin);
void mdg_map_scene_draw (MdgMapScene *self,
                         cairo_t *cr,
                         const MdgMapCamera *camera,
                         gboolean with_sea);
void mdg_map_scene_get_outline_widths (MdgMapScene *self, double *line, double *casing);
void mdg_map_scene_add_outline (MdgMapScene *self,
                                cairo_t *cr,
                                const MdgMapCamera *camera,
                                MdgArea area);
void mdg_map_scene_draw_outline (MdgMapScene *self,
                                 cairo_t *cr,
                                 const MdgMapCamera *camera,
                                 MdgArea area);
void mdg_map_scene_draw_inset (MdgMapScene *self,
                               cairo_t *cr,
                               double width,
                               double height,
                               double detail);
void mdg_map_scene_draw_histogram (MdgMapScene *self, cairo_t *cr, double width, double height);
void mdg_map_scene_draw_page (MdgMapScene *self, cairo_t *cr, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgMapScene, mdg_map_scene_unref)

G_END_DECLS
