using System.Text.Json;

namespace OrderToCash.Json.Tests;

internal static class RoundTrip
{
    /// <summary>Writes and reads a value; it must come back equal and be written the same again. Answers the text.</summary>
    internal static string Assert(object sample, Type declared, JsonSerializerOptions options)
    {
        string? json = null;
        try
        {
            json = JsonSerializer.Serialize(sample, declared, options);
            var back = JsonSerializer.Deserialize(json, declared, options);
            if (!sample.Equals(back)) Xunit.Assert.Fail($"{sample.GetType()} does not survive storage.\n  {sample}\n  {json}\n  {back}");
            Xunit.Assert.Equal(json, JsonSerializer.Serialize(back, declared, options));
            return json;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            Xunit.Assert.Fail($"{sample.GetType()} does not survive storage: {e.Message}\n  {sample}\n  {json}\n{e}");
            throw;
        }
    }
}
