using System.Text;

namespace OrderToCash.Primitives.Tests;

/// <summary>Rows of a CSV file of vectors, fields by column name; quoted fields may hold commas and doubled quotes.</summary>
internal static class VectorRows
{
    internal static List<Dictionary<string, string>> Of(string path)
    {
        var lines = VectorFile.Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Fields(l.TrimEnd('\r'))).ToList();
        return lines.Skip(1).Select(row => lines[0].Zip(row).ToDictionary(x => x.First, x => x.Second)).ToList();
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(line[i]);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
