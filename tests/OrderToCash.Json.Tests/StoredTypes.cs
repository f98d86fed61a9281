using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Json.Tests;

/// <summary>The public types that must survive storage: all of them, but for those that are no data.</summary>
internal static class StoredTypes
{
    /// <summary>Types that look like data and are not stored, each with its reason. A type of no package, or one that is no longer there, fails a test.</summary>
    internal static readonly Dictionary<string, string> NotStored = new()
    {
        ["OrderToCash.AuthorizationQuestion"] = "asked and answered in memory; it holds a command of any type",
        ["OrderToCash.AutomationRefusal"] = "reported in memory; it holds a command of any type",
        ["OrderToCash.AutomationReport"] = "reported in memory; it holds commands of any type",
        ["OrderToCash.Banking.BankFileLimits"] = "bounds that a host sets in code for a reader",
    };

    /// <summary>Every OrderToCash assembly beside the tests.</summary>
    internal static IReadOnlyList<Assembly> Assemblies { get; } = [.. Directory
        .GetFiles(AppContext.BaseDirectory, "OrderToCash*.dll")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => name is not "OrderToCash.Json" && !name.EndsWith("Tests", StringComparison.Ordinal) && name is not "OrderToCash.TestSupport")
        .Order(StringComparer.Ordinal)
        .Select(Assembly.Load)];

    /// <summary>All data types, the abstract bases of event families included.</summary>
    internal static IReadOnlyList<Type> All { get; } = [.. Assemblies
        .SelectMany(a => a.GetExportedTypes())
        .Where(IsData)
        .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>What the context must list besides: what the lists of the data types hold.</summary>
    internal static IReadOnlyList<Type> Items { get; } = [.. All
        .SelectMany(Registered)
        .Distinct()
        .Where(t => !All.Contains(t))
        .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    internal static bool IsEventBase(Type type) => type.IsAbstract && type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is not null;

    internal static IEnumerable<PropertyInfo> StoredProperties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always });

    private static bool IsData(Type type)
    {
        if (NotStored.ContainsKey(type.FullName!)) return false;
        if (type.IsInterface || type.IsGenericType || type.IsByRefLike || type.IsAbstract && !IsEventBase(type)) return false;
        if (IsA<Exception>(type) || IsA<Attribute>(type) || IsA<Delegate>(type) || IsA<JsonConverter>(type)) return false;
        if (type.IsEnum || HasConverter(type)) return true;
        // Data is a record, a struct or a SmartEnum; a class is a service, an index or a catalogue.
        return IsEventBase(type) || IsRecord(type) || type.IsValueType || SmartEnumBase(type) is not null;
    }

    /// <summary>A required property, or one that the constructor asks for.</summary>
    internal static bool IsRequired(PropertyInfo property) =>
        property.GetCustomAttribute<RequiredMemberAttribute>() is not null || property.SetMethod is not { IsPublic: true };

    internal static bool HasConverter(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    internal static Type? SmartEnumBase(Type type)
    {
        for (var b = type; b is not null; b = b.BaseType)
            if (b.IsGenericType && b.GetGenericTypeDefinition() == typeof(SmartEnum<,>)) return b;
        return null;
    }

    private static bool IsA<T>(Type type) => typeof(T).IsAssignableFrom(type);

    // A hand-written converter asks for the types of its members itself; elsewhere the generator finds all but the items of lists.
    private static IEnumerable<Type> Registered(Type type)
    {
        var members = StoredProperties(type).Select(p => p.PropertyType).ToList();
        return HasConverter(type) && IsRecord(type) ? [.. members, .. members.SelectMany(ListItems)] : members.SelectMany(ListItems);
    }

    private static IEnumerable<Type> ListItems(Type type)
    {
        if (!type.IsGenericType) return [];
        var arguments = type.GetGenericArguments();
        return type.GetGenericTypeDefinition() == typeof(EquatableArray<>) ? [arguments[0], .. ListItems(arguments[0])] : arguments.SelectMany(ListItems);
    }
}
