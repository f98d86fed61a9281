using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OrderToCash.Architecture.Tests;

/// <summary>Names and shapes of the public types.</summary>
public sealed class NamingTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Theory, MemberData(nameof(Names))]
    public void Public_types_live_in_the_namespace_of_their_package(string package) =>
        Assert.All(Packages.Load(package).GetExportedTypes(), type => Assert.Equal(package, type.Namespace));

    [Theory, MemberData(nameof(Names))]
    public void No_name_says_nothing(string package)
    {
        var empty = Packages.Load(package).GetTypes().Where(t => !t.Name.Contains('<') && t.Namespace == package)
            .Where(t => Regex.IsMatch(t.Name, "(Manager|Helper|Helpers|Utils?|Processor|Common|Data|Info|Impl|Base|Dto)$"));
        Assert.Empty(empty);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_public_record_has_no_positional_parameters(string package)
    {
        var positional = Packages.Load(package).GetExportedTypes()
            .Where(t => t.GetMethod("<Clone>$") is not null || t.IsValueType)
            .Where(t => t.GetMethods().Any(m => m.Name == "Deconstruct"));
        Assert.Empty(positional);
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_converts_implicitly(string package)
    {
        var conversions = Packages.Load(package).GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(m => m.Name == "op_Implicit");
        Assert.Empty(conversions);
    }

    [Theory, MemberData(nameof(Names))]
    public void Public_classes_are_sealed_static_or_meant_to_be_extended(string package)
    {
        var open = Packages.Load(package).GetExportedTypes()
            .Where(t => t.IsClass && !t.IsAbstract && !t.IsSealed && !typeof(Attribute).IsAssignableFrom(t));
        Assert.Empty(open);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_event_declares_its_discriminator(string package)
    {
        foreach (var family in Packages.Load(package).GetExportedTypes().Where(t => t.IsAbstract && t.Name.EndsWith("Event", StringComparison.Ordinal)))
        {
            var declared = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(a => a.DerivedType, a => a.TypeDiscriminator);
            var events = family.Assembly.GetExportedTypes().Where(t => !t.IsAbstract && family.IsAssignableFrom(t));
            Assert.All(events, e => Assert.Contains(e, declared.Keys));
            Assert.Equal(declared.Count, declared.Values.Distinct().Count());
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void States_and_events_hold_no_mutable_collection(string package)
    {
        var bad = Packages.Load(package).GetExportedTypes().Where(t => t.GetMethod("<Clone>$") is not null)
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType))
            .Where(p => !(p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(EquatableArray<>)))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}: {p.PropertyType.Name}");
        Assert.Empty(bad);
    }

    [Theory, MemberData(nameof(Names))]
    public void States_and_events_have_no_setters(string package)
    {
        var settable = Packages.Load(package).GetExportedTypes().Where(t => t.GetMethod("<Clone>$") is not null || t.IsValueType && !t.IsEnum)
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        Assert.Empty(settable);
    }
}
