"""A new site takes the place of the old one, behind a link and on a mount point too."""

import errno
from pathlib import Path

import pytest
from guide.problem import Problem
from guide.staging import new_folder, put_in_place, real_folder


def _build(final: Path, text: str) -> None:
    """What a build does, with one page."""
    built = new_folder(real_folder(final))
    (built / "en").mkdir()
    (built / "en/index.html").write_text(text)
    put_in_place(built, real_folder(final))


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def mount(tmp_path, monkeypatch):
    """A folder that cannot be renamed, like any volume of a container."""
    folder = tmp_path / "volume"
    folder.mkdir()
    (folder / "gone.html").write_text("old")
    rename = Path.rename

    def busy(self, target):
        if folder in (self, Path(target)):
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    return folder


def test_a_first_and_a_second_site(tmp_path):
    site = tmp_path / "deep/site"
    for text in ("one", "two"):
        _build(site, text)
        assert _files(site.parent) == {"site/en/index.html": text}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_target_is_replaced(there, tmp_path):
    real, link = tmp_path / "real", tmp_path / "site"
    if there:
        real.mkdir()
        (real / "gone.html").write_text("old")
    link.symlink_to("real")
    for text in ("one", "two"):
        _build(link, text)
        assert link.is_symlink()
        assert _files(real) == {"en/index.html": text}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["real", "site"]


def test_the_contents_of_a_mount_point_are_replaced(mount):
    for text in ("one", "two"):
        _build(mount, text)
        assert _files(mount) == {"en/index.html": text}
    assert [path.name for path in mount.parent.iterdir()] == ["volume"]
    assert [path.name for path in mount.iterdir()] == ["en"]


def test_a_mount_point_where_nothing_may_stand_beside_it(mount, monkeypatch):
    mkdir = Path.mkdir

    def read_only(self, *args, **kwargs):
        if self.parent == mount.parent:
            raise OSError(errno.EROFS, "Read-only file system")
        return mkdir(self, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", read_only)
    for text in ("one", "two"):
        _build(mount, text)
        assert _files(mount) == {"en/index.html": text}


def test_the_old_site_of_a_mount_point_is_whole_while_the_new_one_is_copied(mount, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copytree", full)
    with pytest.raises(OSError, match="No space"):
        _build(mount, "one")
    assert _files(mount) == {"gone.html": "old"}


@pytest.mark.parametrize("kind", ["a file", "a link to itself"])
def test_what_is_no_folder_is_refused(kind, tmp_path):
    site = tmp_path / "site"
    if kind == "a file":
        site.write_text("")
    else:
        site.symlink_to(site)
    with pytest.raises(Problem, match="no folder"):
        real_folder(site)
