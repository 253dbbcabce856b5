"""Where the texts of a drawn picture lie: overlaps are found in numbers, not in pixels."""

from matplotlib.backends.backend_agg import FigureCanvasAgg

from cst1992.pictures.show import SETTINGS


def boxes_of(figure):
    """Every text of a figure with its box in pixels."""
    import matplotlib as mpl

    with mpl.rc_context(SETTINGS):
        renderer = FigureCanvasAgg(figure).get_renderer()
        return [(text.get_text(), text.get_window_extent(renderer)) for text in figure.axes[0].texts if text.get_text()]


def collisions(figure, slack=0.5):
    """Texts that meet each other or leave the frame, as sentences."""
    boxes = boxes_of(figure)
    width, height = figure.bbox.width, figure.bbox.height
    found = []
    for place, (name, box) in enumerate(boxes):
        if box.x0 < -slack or box.y0 < -slack or box.x1 > width + slack or box.y1 > height + slack:
            found.append(f"{name!r} leaves the frame")
        for other, second in boxes[place + 1 :]:
            across = box.x0 + slack < second.x1 and second.x0 + slack < box.x1
            if across and box.y0 + 2 < second.y1 and second.y0 + 2 < box.y1:
                found.append(f"{name!r} meets {other!r}")
    return found
