/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-labels.h"

#include <math.h>

#include "core/mdg-format.h"

/* The texts of a map are smaller than those around it. */
#define FONT_SCALE 0.82
/* A text may reach a little over the circle inside its prefecture: corners of a box are empty. */
#define OVERHANG 1.15
#define BADGE_PADDING 2.0

typedef enum
{
  LINE_RANK,
  LINE_NAME,
  LINE_VALUE,
  N_LINES,
} Line;

typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
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

static void
text_init (Text *self, PangoContext *context, const PangoFontDescription *font, const char *string)
{
  int width, height;

  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, string, -1);
  pango_layout_get_size (self->layout, &width, &height);
  self->width = (double) width / PANGO_SCALE;
  self->height = (double) height / PANGO_SCALE;
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

static char *
format_short_value (MdgMeasure measure, MdgDecimal value)
{
  switch (mdg_measure_get_unit (measure))
    {
    case MDG_UNIT_COUNT:
    case MDG_UNIT_PERSONS:
    case MDG_UNIT_FACILITIES:
      return mdg_format_count_short ((gint64) mdg_decimal_to_double (value));
    case MDG_UNIT_PERCENT:
    case MDG_UNIT_RANK:
    case MDG_UNIT_POINTS:
    case MDG_N_UNITS:
    default:
      return mdg_format_value (measure, value);
    }
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

static void
place_area (MdgMapLabels *self,
            const MdgMapCamera *camera,
            MdgArea area,
            MdgMapLabelFunc func,
            gpointer data)
{
  const Text *texts = self->texts[area];
  MdgMapLabel label = { .area = area };
  double x, y, radius;

  mdg_boundaries_get_label_point (mdg_map_scene_get_boundaries (self->scene), area, &x, &y,
                                  &radius);
  x = (x - camera->center_x) * camera->scale + camera->width / 2;
  y = (y - camera->center_y) * camera->scale + camera->height / 2;
  radius *= camera->scale;
  if (x < -radius || y < -radius || x > camera->width + radius || y > camera->height + radius)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      double width = 0;
      double height = 0;

      if (texts[LINE_RANK].layout != NULL)
        {
          width = get_badge_size (&texts[LINE_RANK]);
          height += width;
        }
      if (choices[i].name)
        {
          width = MAX (width, texts[LINE_NAME].width);
          height += texts[LINE_NAME].height;
        }
      if (choices[i].value)
        {
          width = MAX (width, texts[LINE_VALUE].width);
          height += texts[LINE_VALUE].height;
        }
      if (hypot (width, height) / 2 > radius * OVERHANG && i + 1 < G_N_ELEMENTS (choices))
        continue;

      y -= height / 2;
      if (texts[LINE_RANK].layout != NULL)
        emit_line (self, &label, LINE_RANK, x, &y, func, data);
      if (choices[i].name)
        emit_line (self, &label, LINE_NAME, x, &y, func, data);
      if (choices[i].value)
        emit_line (self, &label, LINE_VALUE, x, &y, func, data);
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

      number = format_short_value (measure, value->observation.value);
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
 * Chooses, for each prefecture in sight, the lines it has room for, and places them.
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
