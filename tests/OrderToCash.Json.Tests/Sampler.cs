using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OrderToCash.Json.Tests;

/// <summary>
/// Makes values of any type by its shape. Variant 0 leaves out everything optional; the others fill all members, each differently.
/// What can't be made by its shape has a factory in <see cref="Factories"/>.
/// </summary>
internal sealed class Sampler(int variant)
{
    internal const int Variants = 5;

    private const int MaxDepth = 7;

    private int count;
    private int depth;

    private bool IsSparse => variant == 0;

    internal static object Make(Type type, int variant) => new Sampler(variant).Make(type)
        ?? throw new InvalidOperationException($"No value for {type}.");

    /// <summary>Some value of a type; for factories of values that are made of others.</summary>
    internal T Make<T>() => (T)Make(typeof(T))!;

    /// <summary>The next of some choices.</summary>
    internal T Pick<T>(params ReadOnlySpan<T> choices) => choices[IsSparse ? 0 : Next() % choices.Length];

    internal int Next() => (variant + count++) * 7 % 1009;

    private object? Make(Type type)
    {
        if (Factories.Known.TryGetValue(type, out var factory)) return factory(this);
        if (Nullable.GetUnderlyingType(type) is { } underlying) return IsSparse || depth > MaxDepth || Next() % 4 == 0 ? null : Make(underlying);
        if (type.IsEnum) return Pick<object>(Enum.GetValues(type).Cast<object>().ToArray());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)) return MakeList(type.GetGenericArguments()[0]);
        if (StoredTypes.SmartEnumBase(type) is { } smart) return Pick(((System.Collections.IEnumerable)smart.GetProperty("List")!.GetValue(null)!).Cast<object>().ToArray());
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStringCode<>))) return MakeCode(type);
        if (type.IsAbstract) return MakeDerived(type);
        if (type.IsValueType && IsSparse && type.GetCustomAttribute<RequiredMemberAttribute>() is null) return Activator.CreateInstance(type);
        return MakeObject(type);
    }

    private object MakeList(Type item)
    {
        var length = IsSparse || depth > MaxDepth ? 0 : Next() % 3 + (variant % 2);
        var items = Array.CreateInstance(item, length);
        for (var i = 0; i < length; i++) items.SetValue(Make(item), i);
        return typeof(EquatableArray).GetMethod(nameof(EquatableArray.ToEquatableArray))!.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private object MakeCode(Type type)
    {
        if (IsSparse) return Activator.CreateInstance(type)!;
        var of = type.GetMethod("Of", [typeof(string)])!;
        foreach (var text in (string[])[$"Nº 7/{Next()} “x”", $"N-{Next()}", $"no.{Next()}", $"x-{Next()}", $"c{Next()}", Pick("DE", "FR", "IT"), Pick("S", "E", "G"), Pick("DEUTDEFF", "BNPAFRPPXXX"), Pick("380", "386", "84"), ContentHash.OfUtf8([(byte)Next()]).Value])
        {
            try
            {
                return of.Invoke(null, [text])!;
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException)
            {
            }
        }
        throw NoFactory(type, "no text of the sampler is one");
    }

    private object MakeDerived(Type type)
    {
        var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(a => a.DerivedType).ToArray();
        return derived.Length == 0 ? throw NoFactory(type, "it is abstract and names no derived types") : Make(Pick(derived))!;
    }

    private object MakeObject(Type type)
    {
        depth++;
        try
        {
            var constructor = Constructor(type);
            var instance = constructor is null
                ? Activator.CreateInstance(type)!
                : constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
            foreach (var property in StoredTypes.StoredProperties(type).Where(p => p.SetMethod is { IsPublic: true }))
            {
                if (IsSparse && property.GetCustomAttribute<RequiredMemberAttribute>() is null) continue;
                property.SetValue(instance, IsOptionalReference(property) && (IsSparse || depth > MaxDepth || Next() % 4 == 0) ? null : Make(property.PropertyType));
            }
            return instance;
        }
        catch (TargetInvocationException e)
        {
            throw NoFactory(type, e.InnerException!.Message);
        }
        finally
        {
            depth--;
        }
    }

    private static bool IsOptionalReference(PropertyInfo property) =>
        !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    // Null for the constructor without parameters.
    private static ConstructorInfo? Constructor(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.FirstOrDefault(c => c.GetCustomAttribute<JsonConstructorAttribute>() is not null) is { } named) return named;
        if (type.IsValueType || constructors.Any(c => c.GetParameters().Length == 0)) return null;
        return constructors.Length == 1 ? constructors[0] : throw NoFactory(type, "it has no constructor without parameters");
    }

    private static InvalidOperationException NoFactory(Type type, string why) =>
        new($"The sampler can't make {type}: {why}. Add a factory to Factories.cs, or to StoredTypes.NotStored with a reason.");
}
