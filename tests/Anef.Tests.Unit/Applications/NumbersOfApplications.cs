using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using CsCheck;

namespace Anef.Tests.Unit.Applications;

internal sealed class NumbersOfApplications
{
    private const string Signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Written = 8;

    private static readonly string[] Departments = ["75", "01", "2A", "974"];

    private static readonly Gen<string> Numbers = Gen.Select(Gen.Int[0, 3], Gen.Int[2021, 2099], (which, year) => ApplicationNumber.Draw(Departments[which], year));

    [Test]
    public void Are_well_formed_however_they_are_typed() => Numbers.Sample(number =>
        ApplicationNumber.IsWellFormed(number) && ApplicationNumber.IsWellFormed($" {number.ToLowerInvariant()} ") && ApplicationNumber.Normalise($" {number.ToLowerInvariant()}") == number);

    [Test]
    public void One_wrong_sign_always_shows() => Gen.Select(Numbers, Gen.Int[1, Written], Gen.Int[1, Signs.Length - 1]).Sample((number, place, shift) =>
    {
        var signs = number.ToCharArray();
        signs[^place] = Signs[(Signs.IndexOf(signs[^place], StringComparison.Ordinal) + shift) % Signs.Length];
        return !ApplicationNumber.IsWellFormed(new string(signs));
    }, iter: 5_000);

    [Test]
    public void One_wrong_digit_of_department_or_year_always_shows() => Gen.Select(Numbers, Gen.Int[1, 4], Gen.Int[1, 9]).Sample((number, place, shift) =>
    {
        var (signs, at) = (number.ToCharArray(), number.Length - Written - 1 - place);
        signs[at] = (char)('0' + (signs[at] - '0' + shift) % 10);
        return !ApplicationNumber.IsWellFormed(new string(signs));
    }, iter: 5_000);

    [Test]
    public void Two_swapped_signs_always_show() => Gen.Select(Numbers, Gen.Int[1, Written], Gen.Int[1, Written]).Sample((number, one, other) =>
    {
        var signs = number.ToCharArray();
        if (signs[^one] == signs[^other]) return true;
        (signs[^one], signs[^other]) = (signs[^other], signs[^one]);
        return !ApplicationNumber.IsWellFormed(new string(signs));
    }, iter: 5_000);

    [TestCase("")]
    [TestCase("75-2026")]
    [TestCase("75-2026-00000000")]
    [TestCase("75202612345678")]
    [TestCase("75-2026-IIIIIIII")]
    public void What_is_no_number_is_not_well_formed(string typed) => Assert.That(ApplicationNumber.IsWellFormed(typed), Is.False);

    [Test]
    public async Task One_that_is_taken_is_drawn_again()
    {
        await using var desk = new Desk();
        var taken = (await desk.File(new(await desk.Register(), "CJF") { Kind = "renewal" })).Number;
        var lots = new Queue<string>([taken, taken, "38-2026-FREE"]);
        Assert.That(await desk.With((ApplicationsDb db) => db.FreeNumber(lots.Dequeue, default)), Is.EqualTo("38-2026-FREE"));
    }
}
