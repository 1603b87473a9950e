/** The page of one record in Hugo's language: every table, and every project with its indicators. */
export const hugoTemplate = `{{ $record := .Params.record }}<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ $record.unitname }} {{ $record.year }}</title></head>
<body>
<h1>{{ $record.unitname }} {{ $record.year }}</h1>
{{ range $table := $record.tables }}<h2>{{ $table.title }}</h2>
<table>
<thead><tr><th>编码</th><th>名称</th>{{ range $table.columns }}<th>{{ . }}</th>{{ end }}</tr></thead>
<tbody>
{{ range $row := $table.rows }}<tr><td>{{ $row.code }}</td><td>{{ $row.name }}</td>
{{- range $column := $table.columns }}<td>
{{- range $row.cells }}{{ if eq .column $column }}{{ .printed }}{{ end }}{{ end -}}
</td>{{ end }}</tr>
{{ end }}</tbody>
</table>
{{ end }}<h2>项目</h2>
{{ range $project := $record.projects }}<h3>{{ $project.name }}</h3>
<table><tbody>
{{ range $form := $record.forms }}{{ if eq $form.n $project.form }}{{ range $form.indicators -}}
<tr><td>{{ .level1 }}</td><td>{{ .level2 }}</td><td>{{ .name }}</td><td>{{ .printed }}</td></tr>
{{ end }}{{ end }}{{ end }}</tbody></table>
{{ end }}</body>
</html>
`;

/** What Hugo is told: nothing but the pages of the records. */
export const hugoConfiguration = {
  baseURL: '/',
  languageCode: 'zh-CN',
  disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'],
} as const;
