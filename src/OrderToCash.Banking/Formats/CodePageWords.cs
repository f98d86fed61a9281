using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// A code page, and the languages that words in it may be of: each letter that is not plain has to be one of the language,
/// and great and small ones have to stand as they do in words. A word that is none in the west, and one in the middle of Europe,
/// shows the code page.
/// </summary>
internal sealed class CodePageWords
{
    // The letters of each language beside those without accents; those before the bar stand only at the end of a word.
    private static readonly string[] Western =
    [
        "äöüß", "ù|àâæçèéêëîïôœûüÿ", "áéíñóúüç", "áâãàçéêíóôú", "àçèéíïòóúü", "ìòù|àèéíîó", "æøåäöéü", Faroese, "áéíóúýöþðæ",
        "äöüõåšž", "éëïèöüáóíúäêîôûàâç", Portuguese,
    ];

    private static readonly string[] Eastern = ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž"];

    // Faroese writes no ø beside a vowel with an accent, as a Czech ř is in the west; Portuguese no õ but before an e.
    private const string Faroese = "áíóúýðæø";
    private const string Portuguese = "áâãàçéêíóôúõ";
    private const string Accented = "áéíóúýìù";

    // What stands between words of Windows-1252, and not inside of them.
    private static ReadOnlySpan<byte> Between =>
    [
        0x85, 0x91, 0x92, 0x93, 0x95, 0x96, 0x97, 0x99, 0x9B, 0xA0, 0xAB, 0xAD, 0xB7, 0xBB,
    ];

    private static readonly CodePageWords Windows = new(1252, Western);
    private static readonly CodePageWords Dos = new(850, Western);

    private readonly ushort[] inside = new ushort[256];
    private readonly ushort[] atEnd = new ushort[256];
    private readonly string characters;

    private CodePageWords(int page, string[] languages)
    {
        Encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        Span<byte> bytes = stackalloc byte[256];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)i;
        characters = Encoding.GetString(bytes);
        for (var i = 0; i < bytes.Length; i++)
            for (var language = 0; language < languages.Length; language++)
            {
                var letter = char.ToLowerInvariant(characters[i]);
                var (bar, at) = (languages[language].IndexOf('|'), languages[language].IndexOf(letter));
                var isPlain = char.IsAsciiLetter(letter);
                if (!isPlain && (at < 0 || letter == '|')) continue;
                atEnd[i] |= (ushort)(1 << language);
                if (isPlain || at > bar) inside[i] |= (ushort)(1 << language);
            }
    }

    /// <summary>Those of the middle of Europe, DOS last; what is written alike in several is taken for the first.</summary>
    public static CodePageWords[] Central { get; } = [new(1250, Eastern), new(28592, Eastern), new(852, Eastern)];

    /// <summary>The encoding of the code page.</summary>
    public Encoding Encoding { get; }

    /// <summary>
    /// How many places <see cref="Count"/> counts in: the words that only one of <see cref="Central"/> makes words; those that
    /// DOS makes words, in the west or not; those that the west has too, if it is not DOS.
    /// </summary>
    public static int Places => Central.Length + 2;

    /// <summary>Counts the words of a line by what makes words of them.</summary>
    /// <param name="line">Bytes that are not UTF-8.</param>
    /// <param name="found">What was found so far, in <see cref="Places"/>.</param>
    public static void Count(ReadOnlySpan<byte> line, Span<int> found)
    {
        var (dos, lean) = (Central.Length, Central.Length + 1);
        for (var i = 0; i < line.Length; i++)
        {
            var start = i;
            while (i < line.Length && (line[i] >= 0x80 || char.IsAsciiLetter((char)line[i]))) i++;
            var word = Trim(line[start..i]);
            if (word.Length < 4 || Ascii.IsValid(word) || !word.ContainsAnyInRange((byte)'A', (byte)'z')) continue;
            var (isDos, isCentralDos) = (Dos.IsWord(word), Central[^1].IsWord(word));
            if (IsWestern(word))
            {
                found[lean] += !isDos && isCentralDos ? 1 : 0;
                continue;
            }
            for (var page = 0; page < Central.Length - 1; page++)
                if (Central[page].IsWord(word)) found[page]++;
            if (isCentralDos && !isDos) found[Central.Length - 1]++;
            if (isDos) found[dos]++;
        }
        // A file of DOS with words that are none in the DOS of the west.
        if (found[dos] > 0 && found[lean] > 0) found[Central.Length - 1]++;
    }

    // A sign at an end may be one that stands beside a word.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> word)
    {
        while (word.Length > 0 && !Windows.IsLetter(word[0])) word = word[1..];
        while (word.Length > 0 && !Windows.IsLetter(word[^1])) word = word[..^1];
        return word;
    }

    private static bool IsWestern(ReadOnlySpan<byte> word)
    {
        while (word.IndexOfAny(Between) is >= 0 and var at)
        {
            if (at > 0 && !Windows.IsWord(word[..at])) return false;
            word = word[(at + 1)..];
        }
        return word.IsEmpty || Windows.IsWord(word);
    }

    private bool IsLetter(byte b) => char.IsLetter(characters[b]);

    private bool IsWord(ReadOnlySpan<byte> word)
    {
        int languages = ushort.MaxValue;
        var (areUpper, areLower) = (true, true);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = characters[word[i]];
            languages &= i == word.Length - 1 ? atEnd[word[i]] : inside[word[i]];
            areUpper &= !char.IsLower(letter);
            areLower &= i == 0 || !char.IsUpper(letter);
        }
        if (!areUpper && !areLower) return false;
        for (var i = 0; i < word.Length && ReferenceEquals(this, Windows) && languages != 0; i++)
            languages &= ~Unlikely(word, i);
        return languages != 0;
    }

    private int Unlikely(ReadOnlySpan<byte> word, int at)
    {
        var letter = At(word, at);
        if (letter == 'ø' && (Accented.Contains(At(word, at - 1)) || Accented.Contains(At(word, at + 1))))
            return 1 << Array.IndexOf(Western, Faroese);
        return letter == 'õ' && At(word, at + 1) != 'e' ? 1 << Array.IndexOf(Western, Portuguese) : 0;
    }

    private char At(ReadOnlySpan<byte> word, int at) =>
        at < 0 || at >= word.Length ? ' ' : char.ToLowerInvariant(characters[word[at]]);
}
