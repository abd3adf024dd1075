/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-large-text.h"

/* In pixels. Below the least nothing could be read at all; above the most nothing is gained. */
#define MIN_FONT_SIZE 8
#define MAX_FONT_SIZE 480

/* The share of the room that the smallest step takes. */
#define LEAST_SHARE 0.3

struct _MdgLargeText
{
  GtkWidget parent_instance;

  char *text;
  guint step;
  gboolean turned;

  PangoLayout *layout; /* (nullable): laid out for this size */
  int width;
  int height;
  int font_size;
};

G_DEFINE_FINAL_TYPE (MdgLargeText, mdg_large_text, GTK_TYPE_WIDGET)

static void
set_font_size (PangoLayout *layout, GtkWidget *widget, int size)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
}

static gboolean
fits (MdgLargeText *self, PangoLayout *layout, int size, int width, int height)
{
  PangoRectangle extents;

  set_font_size (layout, GTK_WIDGET (self), size);
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  return extents.width <= width && extents.height <= height;
}

/* The largest size at which all of the text is seen, and no word is torn apart if that can be. */
static int
find_font_size (MdgLargeText *self, PangoLayout *layout, int width, int height)
{
  const PangoWrapMode modes[] = { PANGO_WRAP_WORD, PANGO_WRAP_WORD_CHAR };

  pango_layout_set_width (layout, width * PANGO_SCALE);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      int low = MIN_FONT_SIZE;
      int high = MAX_FONT_SIZE;

      pango_layout_set_wrap (layout, modes[i]);
      if (!fits (self, layout, low, width, height))
        continue;
      while (low < high)
        {
          int middle = (low + high + 1) / 2;

          if (fits (self, layout, middle, width, height))
            low = middle;
          else
            high = middle - 1;
        }

      return low;
    }

  return MIN_FONT_SIZE;
}

static void
lay_out (MdgLargeText *self, int width, int height)
{
  const double share =
    LEAST_SHARE + (1 - LEAST_SHARE) * self->step / (MDG_LARGE_TEXT_N_STEPS - 1.0);

  if (self->layout != NULL && self->width == width && self->height == height)
    return;

  g_clear_object (&self->layout);
  self->layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text != NULL ? self->text : "");
  self->width = width;
  self->height = height;
  self->font_size =
    MAX (MIN_FONT_SIZE, (int) (find_font_size (self, self->layout, width, height) * share));
  set_font_size (self->layout, GTK_WIDGET (self), self->font_size);
}

static void
forget_layout (MdgLargeText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mdg_large_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (MDG_LARGE_TEXT (widget), MAX (width, 1), MAX (height, 1));
}

static void
mdg_large_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgLargeText *self = MDG_LARGE_TEXT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  PangoRectangle extents;
  GdkRGBA color;

  lay_out (self, MAX (width, 1), MAX (height, 1));
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  gtk_widget_get_color (widget, &color);

  gtk_snapshot_save (snapshot);
  if (self->turned)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) width, (float) height));
      gtk_snapshot_rotate (snapshot, 180);
    }
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (width - extents.width) / 2 - extents.x,
                                                (float) (height - extents.height) / 2 - extents.y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
mdg_large_text_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

/* Another font, or another text size of the system. */
static void
mdg_large_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mdg_large_text_parent_class)->css_changed (widget, change);
  forget_layout (MDG_LARGE_TEXT (widget));
}

static void
mdg_large_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mdg_large_text_parent_class)->system_setting_changed (widget, setting);
  forget_layout (MDG_LARGE_TEXT (widget));
}

static void
mdg_large_text_finalize (GObject *object)
{
  MdgLargeText *self = MDG_LARGE_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (mdg_large_text_parent_class)->finalize (object);
}

static void
mdg_large_text_class_init (MdgLargeTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = mdg_large_text_finalize;
  widget_class->measure = mdg_large_text_measure;
  widget_class->size_allocate = mdg_large_text_size_allocate;
  widget_class->snapshot = mdg_large_text_snapshot;
  widget_class->css_changed = mdg_large_text_css_changed;
  widget_class->system_setting_changed = mdg_large_text_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "largetext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mdg_large_text_init (MdgLargeText *self)
{
  self->step = MDG_LARGE_TEXT_N_STEPS - 2;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * mdg_large_text_set_text:
 * @self: a large text
 * @text: a sentence
 *
 * Shows @text.
 */
void
mdg_large_text_set_text (MdgLargeText *self, const char *text)
{
  g_return_if_fail (MDG_IS_LARGE_TEXT (self));

  if (!g_set_str (&self->text, text))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  forget_layout (self);
}

/**
 * mdg_large_text_get_text:
 * @self: a large text
 *
 * Returns: (nullable): what is shown
 */
const char *
mdg_large_text_get_text (MdgLargeText *self)
{
  g_return_val_if_fail (MDG_IS_LARGE_TEXT (self), NULL);

  return self->text;
}

/**
 * mdg_large_text_set_step:
 * @self: a large text
 * @step: below #MDG_LARGE_TEXT_N_STEPS; the last takes all the room that there is
 *
 * Makes the text larger or smaller.
 */
void
mdg_large_text_set_step (MdgLargeText *self, guint step)
{
  g_return_if_fail (MDG_IS_LARGE_TEXT (self));
  g_return_if_fail (step < MDG_LARGE_TEXT_N_STEPS);

  self->step = step;
  forget_layout (self);
}

/**
 * mdg_large_text_get_step:
 * @self: a large text
 *
 * Returns: how large the text is, below #MDG_LARGE_TEXT_N_STEPS
 */
guint
mdg_large_text_get_step (MdgLargeText *self)
{
  g_return_val_if_fail (MDG_IS_LARGE_TEXT (self), 0);

  return self->step;
}

/**
 * mdg_large_text_set_turned:
 * @self: a large text
 * @turned: whether it stands on its head
 *
 * Turns the text to who stands on the other side of a screen that lies on the counter.
 */
void
mdg_large_text_set_turned (MdgLargeText *self, gboolean turned)
{
  g_return_if_fail (MDG_IS_LARGE_TEXT (self));

  self->turned = turned;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mdg_large_text_get_turned:
 * @self: a large text
 *
 * Returns: whether it stands on its head
 */
gboolean
mdg_large_text_get_turned (MdgLargeText *self)
{
  g_return_val_if_fail (MDG_IS_LARGE_TEXT (self), FALSE);

  return self->turned;
}

/**
 * mdg_large_text_get_font_size:
 * @self: a large text that has been given its size
 *
 * Returns: the size of its font, in pixels
 */
int
mdg_large_text_get_font_size (MdgLargeText *self)
{
  g_return_val_if_fail (MDG_IS_LARGE_TEXT (self), 0);

  lay_out (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1),
           MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1));

  return self->font_size;
}
