using System.Reflection;

namespace OrderToCash.Architecture.Tests;

/// <summary>
/// The public surface of each package against the approved text beside it (<c>PublicApi.approved.txt</c>). <c>UPDATE_API=1 dotnet test</c>
/// rewrites the texts; the change is reviewed as a diff.
/// </summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nulls = new();

    public static TheoryData<string> Names => Packages.Names;

    [Theory, MemberData(nameof(Names))]
    public void Surface_is_as_approved(string package)
    {
        var actual = Describe(Packages.Load(package));
        var path = Path.Combine(Repository.Root, "src", package, "PublicApi.approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_API") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"No approved surface: run UPDATE_API=1 dotnet test and review {Packages.Relative(path)}.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Describe(Assembly assembly)
    {
        var lines = assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Declared)
            .Where(IsVisible).Where(m => !IsRecordPlumbing(m)).Select(m => $"{Name(type)}: {Text(m)}").Prepend(Head(type)));
        return string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n";
    }

    private static string Head(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var shape = (type.IsAbstract, type.IsSealed) switch { (true, true) => " static", (_, true) => " sealed", (true, _) => " abstract", _ => "" };
        var bases = new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Select(Name).Order(StringComparer.Ordinal);
        return $"{Name(type)} {kind}{shape} : {string.Join(", ", bases)}";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        // Accessors are shown by their property or event.
        MethodBase { IsSpecialName: true, IsConstructor: false } m when !m.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase m => IsVisible(m),
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        PropertyInfo p => p.GetAccessors(true).Any(IsVisible),
        EventInfo e => IsVisible(e.AddMethod!),
        _ => false,
    };

    private static bool IsVisible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    // What the compiler writes for every record.
    private static bool IsRecordPlumbing(MemberInfo m) =>
        m.Name is "<Clone>$" or "PrintMembers" or "EqualityContract" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality" or "Equals";

    private static string Text(MemberInfo member) => member switch
    {
        MethodInfo m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)}{Mark(Nulls.Create(m.ReturnParameter))} {m.Name}{Generics(m)}({Parameters(m)})",
        ConstructorInfo c => $"ctor({Parameters(c)})",
        FieldInfo f => $"{(f.IsStatic ? "static " : "")}{(f.IsInitOnly ? "readonly " : "")}{Name(f.FieldType)}{Mark(Nulls.Create(f))} {f.Name}"
            + (f.IsLiteral ? $" = {Convert.ToString(f.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}" : ""),
        PropertyInfo p => $"{(p.GetAccessors(true)[0].IsStatic ? "static " : "")}{Name(p.PropertyType)}{Mark(Nulls.Create(p))} {p.Name} {{{Accessors(p)} }}",
        _ => member.ToString()!,
    };

    private static string Accessors(PropertyInfo p) => string.Concat(p.GetAccessors(true).Where(IsVisible)
        .Select(a => a.ReturnType != typeof(void) ? " get;" : a.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;"));

    private static string Generics(MethodInfo m) => m.IsGenericMethod ? $"<{string.Join(",", m.GetGenericArguments().Select(Name))}>" : "";

    private static string Mark(NullabilityInfo n) => n.ReadState == NullabilityState.Nullable && !n.Type.IsValueType ? "?" : "";

    private static string Parameters(MethodBase m) => string.Join(", ", m.GetParameters().Select(p =>
        $"{Name(p.ParameterType)}{Mark(Nulls.Create(p))} {p.Name}"
        + (p.HasDefaultValue ? $" = {Convert.ToString(p.DefaultValue, System.Globalization.CultureInfo.InvariantCulture) ?? "null"}" : "")));

    private static string Name(Type t) => t.IsGenericType
        ? $"{t.FullName?.Split('`')[0] ?? t.Name}<{string.Join(",", t.GetGenericArguments().Select(Name))}>"
        : t.FullName ?? t.Name;
}
