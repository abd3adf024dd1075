/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-labels.h"

#include <math.h>

#include "core/mdg-format.h"

/* The texts of a map are smaller than those around it. */
#define FONT_SCALE 0.82
/* How much of the way to the border letters may take: borders are drawn somewhat simpler than they
 * are. */
#define SNUG 0.95
#define BADGE_PADDING 2.0

typedef enum
{
  LINE_RANK,
  LINE_NAME,
  LINE_VALUE,
  N_LINES,
} Line;

/* What is empty above and below the letters is not counted where room is sought. */
typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  double empty_above;
  double empty_below;
} Text;

struct _MdgMapLabels
{
  MdgMapScene *scene;
  Text texts[MDG_N_AREAS][N_LINES];
};

/* Which lines are shown together, the fullest first. The rank is not one of the choices: where it
 * is marked, it always is. */
static const struct
{
  gboolean name;
  gboolean value;
} choices[] = { { TRUE, TRUE }, { FALSE, TRUE }, { FALSE, FALSE } };

/* Digits are all as wide, so that of two maps side by side both have room for a figure or none. */
static void
text_init (Text *self, PangoContext *context, const PangoFontDescription *font, const char *string)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle ink, logical;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  self->layout = pango_layout_new (context);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, string, -1);
  pango_layout_get_extents (self->layout, &ink, &logical);
  self->width = (double) MAX (logical.width, ink.x + ink.width) / PANGO_SCALE;
  self->height = (double) logical.height / PANGO_SCALE;
  self->empty_above = (double) MAX (ink.y, 0) / PANGO_SCALE;
  self->empty_below = (double) MAX (logical.height - ink.y - ink.height, 0) / PANGO_SCALE;
}

static PangoFontDescription *
create_font (PangoContext *context, double scale)
{
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (font);

  if (size <= 0)
    size = 10 * PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size * scale * FONT_SCALE);
  else
    pango_font_description_set_size (font, (int) (size * scale * FONT_SCALE));

  return font;
}

static double
get_badge_size (const Text *rank)
{
  return MAX (rank->width, rank->height) + 2 * BADGE_PADDING;
}

static void
emit_line (MdgMapLabels *self,
           MdgMapLabel *label,
           Line line,
           double center_x,
           double *top,
           MdgMapLabelFunc func,
           gpointer data)
{
  const Text *text = &self->texts[label->area][line];
  MdgPaletteMode palette = mdg_map_scene_get_options (self->scene)->palette;
  gboolean is_top = mdg_map_scene_get_value (self->scene, label->area)->extreme == MDG_EXTREME_TOP;
  double height = text->height;

  label->layout = text->layout;
  label->width = text->width;
  label->height = text->height;
  label->badge = MDG_MAP_BADGE_NONE;
  label->color = mdg_palette_get_text_on (mdg_map_scene_get_color (self->scene, label->area));
  label->x = center_x - text->width / 2;
  label->y = *top;

  if (line == LINE_RANK)
    {
      height = get_badge_size (text);
      label->badge = is_top ? MDG_MAP_BADGE_TOP : MDG_MAP_BADGE_BOTTOM;
      label->badge_color =
        mdg_palette_get_role (palette, is_top ? MDG_PALETTE_TOP : MDG_PALETTE_BOTTOM);
      label->color =
        mdg_palette_get_role (palette, is_top ? MDG_PALETTE_TOP_TEXT : MDG_PALETTE_BOTTOM_TEXT);
      label->badge_size = height;
      label->badge_x = center_x - height / 2;
      label->badge_y = *top;
      label->y = *top + (height - text->height) / 2;
    }

  func (label, data);
  *top += height;
}

/* A place on the view, in pixels, and how far it is from there to the border. */
typedef struct
{
  double x;
  double y;
  double radius;
} Spot;

static Spot
find_spot (MdgMapLabels *self, const MdgMapCamera *camera, MdgArea area)
{
  Spot spot;

  mdg_boundaries_get_label_point (mdg_map_scene_get_boundaries (self->scene), area, &spot.x,
                                  &spot.y, &spot.radius);
  spot.x = (spot.x - camera->center_x) * camera->scale + camera->width / 2;
  spot.y = (spot.y - camera->center_y) * camera->scale + camera->height / 2;
  spot.radius *= camera->scale;

  return spot;
}

/* Marks stand also where there is no room for them; what they would hide is left out. */
static gboolean
meets_badge (MdgMapLabels *self,
             const MdgMapCamera *camera,
             MdgArea area,
             const Spot *spot,
             double width,
             double height)
{
  for (MdgArea other = 1; other < MDG_N_AREAS; other++)
    {
      const Text *rank = &self->texts[other][LINE_RANK];
      double half = rank->layout != NULL ? get_badge_size (rank) / 2 : 0;
      Spot badge;

      if (other == area || rank->layout == NULL)
        continue;
      badge = find_spot (self, camera, other);
      if (fabs (badge.x - spot->x) < width / 2 + half &&
          fabs (badge.y - spot->y) < height / 2 + half)
        return TRUE;
    }

  return FALSE;
}

/* Whether letters that large stand inside the prefecture, inside the view, and free. */
static gboolean
has_room (MdgMapLabels *self,
          const MdgMapCamera *camera,
          MdgArea area,
          const Spot *spot,
          double width,
          double height)
{
  return hypot (width, height) / 2 <= spot->radius * SNUG && spot->x >= width / 2 &&
         spot->y >= height / 2 && spot->x <= camera->width - width / 2 &&
         spot->y <= camera->height - height / 2 &&
         !meets_badge (self, camera, area, spot, width, height);
}

static void
place_area (MdgMapLabels *self,
            const MdgMapCamera *camera,
            MdgArea area,
            MdgMapLabelFunc func,
            gpointer data)
{
  const Text *texts = self->texts[area];
  MdgMapLabel label = { .area = area };
  Spot spot = find_spot (self, camera, area);

  if (spot.x < -spot.radius || spot.y < -spot.radius || spot.x > camera->width + spot.radius ||
      spot.y > camera->height + spot.radius)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const gboolean shown[N_LINES] = { texts[LINE_RANK].layout != NULL, choices[i].name,
                                        choices[i].value };
      const Text *last = NULL;
      double empty_above = 0;
      double empty_below = 0;
      double width = 0;
      double height = 0;
      double top;

      for (Line line = 0; line < N_LINES; line++)
        {
          gboolean is_badge = line == LINE_RANK;

          if (!shown[line])
            continue;
          width = MAX (width, is_badge ? get_badge_size (&texts[line]) : texts[line].width);
          height += is_badge ? get_badge_size (&texts[line]) : texts[line].height;
          if (last == NULL)
            empty_above = is_badge ? 0 : texts[line].empty_above;
          empty_below = is_badge ? 0 : texts[line].empty_below;
          last = &texts[line];
        }
      height -= empty_above + empty_below;
      if (i + 1 < G_N_ELEMENTS (choices) && !has_room (self, camera, area, &spot, width, height))
        continue;

      top = spot.y - height / 2 - empty_above;
      for (Line line = 0; line < N_LINES; line++)
        if (shown[line])
          emit_line (self, &label, line, spot.x, &top, func, data);
      return;
    }
}

/**
 * mdg_map_labels_new:
 * @scene: a map
 * @context: for the texts; its font is that of the text around the map
 * @scale: factor on the size of the texts
 *
 * Makes the texts of a map. Prefectures without a figure, and those muted by the legend, have none.
 *
 * Returns: (transfer full): the labels
 */
MdgMapLabels *
mdg_map_labels_new (MdgMapScene *scene, PangoContext *context, double scale)
{
  MdgMapLabels *self = g_new0 (MdgMapLabels, 1);
  const MdgMapOptions *options = mdg_map_scene_get_options (scene);
  MdgMeasure measure = mdg_map_scene_get_scope (scene)->measure;
  g_autoptr (PangoFontDescription) font = create_font (context, scale);
  g_autoptr (PangoFontDescription) bold = pango_font_description_copy (font);

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  self->scene = mdg_map_scene_ref (scene);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgMapValue *value = mdg_map_scene_get_value (scene, area);
      MdgLanguage language = mdg_language_get ();
      const char *name = language == MDG_LANGUAGE_JAPANESE ? mdg_area_get_short_name (area)
                                                           : mdg_area_get_label (area, language);
      g_autofree char *number = NULL;

      if (!value->known || (options->isolated >= 0 && value->entry != (guint) options->isolated))
        continue;

      number = mdg_format_value_short (measure, value->observation.value);
      text_init (&self->texts[area][LINE_NAME], context, font, name);
      text_init (&self->texts[area][LINE_VALUE], context, font, number);
      if (options->show_extremes && value->extreme != MDG_EXTREME_NONE)
        {
          g_autofree char *rank = g_strdup_printf ("%u", value->rank);

          text_init (&self->texts[area][LINE_RANK], context, bold, rank);
        }
    }

  return self;
}

/**
 * mdg_map_labels_free:
 * @self: (transfer full) (nullable): labels
 *
 * Frees labels.
 */
void
mdg_map_labels_free (MdgMapLabels *self)
{
  if (self == NULL)
    return;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    for (guint line = 0; line < N_LINES; line++)
      g_clear_object (&self->texts[area][line].layout);
  mdg_map_scene_unref (self->scene);
  g_free (self);
}

/**
 * mdg_map_labels_get_scene:
 * @self: labels
 *
 * Returns: (transfer none): the map they were made for
 */
MdgMapScene *
mdg_map_labels_get_scene (MdgMapLabels *self)
{
  return self->scene;
}

/**
 * mdg_map_labels_foreach:
 * @self: labels
 * @camera: which part of the map
 * @func: (scope call): draws a line of a label
 * @data: handed to @func
 *
 * Chooses, for each prefecture in sight, the lines it has room for, and places them. Names and
 * figures stand inside their prefecture and inside the view, and nothing hides them.
 */
void
mdg_map_labels_foreach (MdgMapLabels *self,
                        const MdgMapCamera *camera,
                        MdgMapLabelFunc func,
                        gpointer data)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->texts[area][LINE_NAME].layout != NULL)
      place_area (self, camera, area, func, data);
}
