using System.Reflection;
using System.Xml.Linq;

namespace OrderToCash.Architecture.Tests;

/// <summary>The floors of the house: arrows go down only.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_package_sees_only_the_floors_below(string package)
    {
        var seen = Packages.Load(package).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("OrderToCash", StringComparison.Ordinal));
        var allowed = Packages.MaySee[package].Concat(package == "OrderToCash.Json" ? ["OrderToCash"] : Array.Empty<string>());
        Assert.Empty(seen.Except(allowed));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_package_references_no_library_that_is_not_on_the_list(string package)
    {
        var allowed = Packages.Libraries.GetValueOrDefault(package, ["NodaTime", "Ardalis.SmartEnum"]);
        var seen = Packages.Load(package).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("OrderToCash", StringComparison.Ordinal) && !n.StartsWith("System.", StringComparison.Ordinal) && n != "netstandard");
        Assert.Empty(seen.Except(allowed).Except(["Ardalis.SmartEnum"]));
    }

    [Fact]
    public void Every_package_under_src_is_in_the_table()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!);
        Assert.Equal(Packages.MaySee.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "OrderToCash.sln")).Replace('\\', '/');
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(Packages.Relative)
            .Where(p => !p.StartsWith("artifacts/", StringComparison.Ordinal));
        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_stand_in_one_place()
    {
        var own = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(f => XDocument.Load(f).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null));
        Assert.Empty(own);
    }
}
