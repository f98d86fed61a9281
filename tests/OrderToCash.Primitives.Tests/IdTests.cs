using System.Reflection;
using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class IdTests
{
    public static TheoryData<Type> Ids => new(typeof(CustomerId).Assembly.GetExportedTypes()
        .Where(type => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Ids))]
    public void An_id_holds_the_hosts_own_number(Type type) =>
        typeof(IdTests).GetMethod(nameof(Holds), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);

    [Fact]
    public void All_ids_are_looked_at() => Assert.True(((IEnumerable<object[]>)Ids).Count() >= 13);

    private static void Holds<T>() where T : struct, IStringCode<T>
    {
        var id = T.Of("SO-2026/000123 ä");
        Assert.Equal("SO-2026/000123 ä", id.Value);
        Assert.Equal(id.Value, id.ToString());
        Assert.Equal(id, T.Of(id.Value));
        Assert.True(default(T).IsNone && default(T).Value == "" && !id.IsNone);
        foreach (var bad in new[] { " a", "a ", "a\nb", "", new string('x', 129) }) Assert.Throws<ArgumentException>(() => T.Of(bad));
        Assert.Throws<ArgumentNullException>(() => T.Of(null!));
        Assert.Equal(128, T.Of(new string('x', 128)).Value.Length);
        StoredJson.Survives(id);
        StoredJson.Survives(default(T));
        StoredJson.Survives(new Dictionary<T, int> { [id] = 1 });
        Assert.Throws<JsonException>(() => StoredJson.Read<T>("12"));
        Assert.Throws<JsonException>(() => StoredJson.Read<T>("\" a\""));
        var comparable = Assert.IsAssignableFrom<IComparable<T>>(id);
        Assert.True(comparable.CompareTo(T.Of("SO-2026/000124")) < 0 && comparable.CompareTo(id) == 0);
    }

    [Fact]
    public void An_actor_is_a_person_or_a_part_of_the_system()
    {
        Assert.Equal("anna", Actor.Person("anna").ToString());
        Assert.Equal("[dunning]", Actor.System("dunning").ToString());
        StoredJson.Survives(Actor.Person("anna"));
        StoredJson.Survives(Actor.System("dunning"));
    }
}
